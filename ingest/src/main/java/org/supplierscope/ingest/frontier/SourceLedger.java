package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.fitted;
import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.ingest.source.Source;

/// How each source fares. Thread-safe.
public final class SourceLedger {

    private static final String STATUS = "select id, name, home, feed, language, last_poll, last_success, error,"
            + " (select count(*) from request where source_id = source.id and kind = 'PAGE' and state = 'FETCHED')"
            + " as fetched,"
            + " (select count(*) from request where source_id = source.id and kind = 'PAGE' and state = 'WAITING')"
            + " as waiting,"
            + " (select count(*) from request where source_id = source.id and kind = 'PAGE' and state = 'FAILED')"
            + " as failed from source where listed";

    private final Transactions transactions;
    private final Clock clock;

    /// @param database migrated by `db/ingest`
    /// @param clock dates what happens
    public SourceLedger(DataSource database, Clock clock) {
        this.transactions = new Transactions(database);
        this.clock = clock;
    }

    /// Notes that a feed answered, new or unchanged.
    ///
    /// @param etag to be sent with the next request; null when the server gave none
    /// @param lastModified likewise
    public void answered(Source source, @Nullable String etag, @Nullable String lastModified) {
        var now = clock.instant();
        transactions.run(
                "noting a feed's answer",
                connection -> update(
                        connection,
                        "update source set last_poll = ?, last_success = ?, error = null, etag = ?, last_modified = ?"
                                + " where id = ?",
                        now,
                        now,
                        validator(etag, 1000),
                        validator(lastModified, 200),
                        source.id()));
    }

    /// Notes that a poll went wrong.
    ///
    /// @param reason for people
    public void failed(Source source, String reason) {
        transactions.run(
                "noting a feed's failure",
                connection -> update(
                        connection,
                        "update source set last_poll = ?, error = ? where id = ?",
                        clock.instant(),
                        fitted(reason, 1000),
                        source.id()));
    }

    /// The state of every listed source, by name.
    public List<SourceStatus> all() {
        return transactions.run(
                "reading the sources",
                connection -> query(connection, SourceLedger::status, STATUS + " order by name"));
    }

    /// The state of one source, or null when it is not listed.
    public @Nullable SourceStatus one(String id) {
        List<SourceStatus> found = transactions.run(
                "reading a source", connection -> query(connection, SourceLedger::status, STATUS + " and id = ?", id));
        return found.isEmpty() ? null : found.getFirst();
    }

    /// A validator that had to be cut would never match: better to send none.
    private static @Nullable String validator(@Nullable String validator, int length) {
        return validator == null || !validator.equals(fitted(validator, length)) ? null : validator;
    }

    private static SourceStatus status(ResultSet row) throws SQLException {
        String home = row.getString("home");
        return new SourceStatus(
                row.getString("id"),
                row.getString("name"),
                home == null ? null : URI.create(home),
                URI.create(row.getString("feed")),
                row.getString("language"),
                instant(row, "last_poll"),
                instant(row, "last_success"),
                row.getString("error"),
                row.getLong("fetched"),
                row.getLong("waiting"),
                row.getLong("failed"));
    }
}
