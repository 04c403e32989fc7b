package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.supplierscope.ingest.address.CanonicalAddress;

/// Takes the dates that pages tell of themselves where the listing that named them told none. Thread-safe.
///
/// Without a date, a page counts from when it was met, which is right of a source that is read all the time.
/// But what is met in the first day of a source, and after it was resumed, may be years old; so there the
/// page's own date corrects when the source published last, and how much on which day.
public final class PageDates {

    private final Transactions transactions;

    /// @param database migrated by `db/ingest`
    public PageDates(DataSource database) {
        this.transactions = new Transactions(database);
    }

    /// A page that was met with others in a source's first day.
    private record Undated(String id, Instant met) {}

    /// Takes the date of a page; a page that was dated before, or is not known, stays as it is.
    ///
    /// @param url where it was fetched
    /// @param published not after it was fetched
    /// @return whether it changed what is known of the source
    public boolean take(String sourceId, URI url, Instant published) {
        return transactions.run("dating a page", connection -> {
            List<Instant> grace = query(
                    connection,
                    row -> Objects.requireNonNull(instant(row, "grace_until")),
                    "select grace_until from source where id = ?",
                    sourceId);
            List<Undated> pages =
                    grace.isEmpty() ? List.of() : undated(connection, sourceId, url, published, grace.getFirst());
            for (Undated page : pages) {
                date(connection, sourceId, page, published);
            }
            if (!pages.isEmpty()) {
                SourceLedger.refresh(connection, sourceId);
            }
            return !pages.isEmpty();
        });
    }

    private static List<Undated> undated(
            Connection connection, String sourceId, URI url, Instant published, Instant graceUntil)
            throws SQLException {
        return query(
                connection,
                row -> new Undated(row.getString("id"), Objects.requireNonNull(instant(row, "dated"))),
                "select id, dated from request where source_id = ? and kind = 'PAGE' and dated >= ? and dated < ?"
                        + " and dated = seen and feed_published is null and dated > ? and (id = ? or url = ?) for update",
                sourceId,
                graceUntil.minus(SourceRegister.GRACE),
                graceUntil,
                published,
                CanonicalAddress.of(url).id(),
                url.toString());
    }

    private static void date(Connection connection, String sourceId, Undated page, Instant published)
            throws SQLException {
        update(connection, "update request set dated = ? where id = ?", published, page.id());
        LocalDate from = day(page.met());
        LocalDate to = day(published);
        int counted = update(
                connection,
                "update source_day set entries = entries - 1 where source_id = ? and on_day = ? and entries > 0",
                sourceId,
                from);
        if (counted > 0) {
            SourceLedger.count(connection, sourceId, to, 1);
        }
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
