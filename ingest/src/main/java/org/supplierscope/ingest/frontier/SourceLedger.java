package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.fitted;
import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.marks;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.ingest.source.Rhythm;
import org.supplierscope.ingest.source.Source;

/// How each source fares. Thread-safe.
public final class SourceLedger {

    private static final String STATUS = "select source.id, source.name, home, feed, source.kind, language,"
            + " verify_certificate, source.state, state_reason, moved_from, last_poll, last_success, source.error,"
            + " error_since, last_new, added, silent_after, median_daily, left_out, waiting, fetched, given_up,"
            + " quarantined, due, next_request, rest_wanted from source"
            + " left join request on request.source_id = source.id and request.kind = 'LISTING'"
            + " left join authority on authority.name = request.authority";

    private final Transactions transactions;
    private final Clock clock;

    /// @param database migrated by `db/ingest`
    /// @param clock dates what happens
    public SourceLedger(DataSource database, Clock clock) {
        this.transactions = new Transactions(database);
        this.clock = clock;
    }

    /// Notes that a listing answered, new or unchanged.
    ///
    /// @param etag to be sent with the next request; null when the server gave none
    /// @param lastModified likewise
    /// @param leftOut how many entries were not taken; null when the listing is unchanged
    /// @return how the source publishes
    public Rhythm answered(
            Source source, @Nullable String etag, @Nullable String lastModified, @Nullable Integer leftOut) {
        Instant now = clock.instant();
        return transactions.run("noting a listing's answer", connection -> {
            Rhythm rhythm = refresh(connection, source.id());
            Map<LocalDate, Integer> days = days(connection, source.id(), now);
            update(
                    connection,
                    "update source set last_poll = ?, last_success = ?, error = null, error_since = null, etag = ?,"
                            + " last_modified = ?, left_out = coalesce(?, left_out), median_daily = ? where id = ?",
                    now,
                    now,
                    validator(etag, 1000),
                    validator(lastModified, 200),
                    leftOut,
                    Rhythm.medianDaily(days, now),
                    source.id());
            return rhythm;
        });
    }

    /// Notes that a poll went wrong.
    ///
    /// @param reason for people
    /// @return how the source publishes
    public Rhythm failed(Source source, String reason) {
        Instant now = clock.instant();
        return transactions.run("noting a listing's failure", connection -> {
            update(
                    connection,
                    "update source set last_poll = ?, error = ?, error_since = coalesce(error_since, ?) where id = ?",
                    now,
                    fitted(reason, 1000),
                    now,
                    source.id());
            return rhythm(connection, source.id());
        });
    }

    /// Notes when a source published last, and from when on it is silent, by the dates of its pages.
    static Rhythm refresh(Connection connection, String sourceId) throws SQLException {
        Rhythm rhythm = rhythm(connection, sourceId);
        Instant added = query(
                        connection,
                        row -> Objects.requireNonNull(instant(row, "added")),
                        "select added from source where id = ?",
                        sourceId)
                .getFirst();
        update(
                connection,
                "update source set last_new = ?, silent_after = ? where id = ?",
                rhythm.last(),
                rhythm.silentAfter(added),
                sourceId);
        return rhythm;
    }

    /// Counts articles of a source on a day (UTC).
    static void count(Connection connection, String sourceId, LocalDate day, int articles) throws SQLException {
        update(
                connection,
                "insert into source_day (source_id, on_day, entries) values (?, ?, 0) on conflict do nothing",
                sourceId,
                day);
        update(
                connection,
                "update source_day set entries = entries + ? where source_id = ? and on_day = ?",
                articles,
                sourceId,
                day);
    }

    /// By its dated pages. Those that were met undated in its first day, or after it was resumed, tell
    /// something only where there is nothing else: some have no date of their own, and some are no articles.
    private static Rhythm rhythm(Connection connection, String sourceId) throws SQLException {
        Instant graceUntil = query(
                        connection,
                        row -> Objects.requireNonNull(instant(row, "grace_until")),
                        "select grace_until from source where id = ?",
                        sourceId)
                .getFirst();
        List<Instant> dated = newest(
                connection,
                " and not (feed_published is null and dated = seen and seen >= ? and seen < ?)",
                sourceId,
                graceUntil.minus(SourceRegister.GRACE),
                graceUntil);
        return Rhythm.of(dated.isEmpty() ? newest(connection, "", sourceId) : dated);
    }

    private static List<Instant> newest(Connection connection, String condition, Object... parameters)
            throws SQLException {
        return query(
                connection,
                row -> Objects.requireNonNull(instant(row, "dated")),
                "select dated from request where source_id = ? and kind = 'PAGE'"
                        + " and not probe and state not in ('QUARANTINED', 'KNOWN')" + condition
                        + " order by source_id desc, kind desc, dated desc limit " + Rhythm.NEWEST,
                parameters);
    }

    private static Map<LocalDate, Integer> days(Connection connection, String sourceId, Instant now)
            throws SQLException {
        Map<LocalDate, Integer> days = new HashMap<>();
        query(
                connection,
                row -> days.merge(row.getObject("on_day", LocalDate.class), row.getInt("entries"), Integer::sum),
                "select on_day, entries from source_day where source_id = ? and on_day >= ?",
                sourceId,
                now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(Rhythm.DAYS));
        return days;
    }

    /// The state of every source, removed ones too, by name.
    public List<SourceStatus> all() {
        return statuses(STATUS + " order by source.name, source.id");
    }

    /// The state of some sources; those that there are not are left out.
    public List<SourceStatus> some(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : statuses(STATUS + " where source.id in (" + marks(ids.size()) + ")", ids.toArray());
    }

    /// The state of one source, or null when there is none.
    public @Nullable SourceStatus one(String id) {
        List<SourceStatus> found = some(List.of(id));
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<SourceStatus> statuses(String sql, Object... parameters) {
        Instant now = clock.instant();
        return transactions.run(
                "reading the sources", connection -> query(connection, row -> status(row, now), sql, parameters));
    }

    /// A validator that had to be cut would never match: better to send none.
    private static @Nullable String validator(@Nullable String validator, int length) {
        return validator == null || !validator.equals(fitted(validator, length)) ? null : validator;
    }

    private static SourceStatus status(ResultSet row, Instant now) throws SQLException {
        var state = SourceState.valueOf(row.getString("state"));
        Instant lastNew = instant(row, "last_new");
        Instant silentAfter = instant(row, "silent_after");
        boolean silent = state == SourceState.ACTIVE && silentAfter != null && now.isAfter(silentAfter);
        Instant due = instant(row, "due");
        Instant nextRequest = instant(row, "next_request");
        boolean backingOff = row.getBoolean("rest_wanted") && nextRequest != null && now.isBefore(nextRequest);
        int leftOut = row.getInt("left_out");
        long quarantined = row.getLong("quarantined");
        return new SourceStatus(
                row.getString("id"),
                row.getString("name"),
                address(row, "home"),
                Objects.requireNonNull(address(row, "feed")),
                row.getString("language"),
                instant(row, "last_poll"),
                instant(row, "last_success"),
                row.getString("error"),
                row.getLong("fetched"),
                row.getLong("waiting"),
                row.getLong("given_up"),
                SourceKind.valueOf(row.getString("kind")),
                state,
                row.getString("state_reason"),
                row.getObject("median_daily", Double.class),
                lastNew,
                silent ? (lastNew == null ? instant(row, "added") : lastNew) : null,
                state == SourceState.ACTIVE ? later(due, nextRequest) : null,
                instant(row, "error_since"),
                address(row, "moved_from"),
                row.getBoolean("verify_certificate") ? null : true,
                quarantined == 0 ? null : quarantined,
                leftOut == 0 ? null : leftOut,
                backingOff ? nextRequest : null);
    }

    private static @Nullable URI address(ResultSet row, String column) throws SQLException {
        String address = row.getString(column);
        return address == null ? null : URI.create(address);
    }

    private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
        return a == null || b != null && b.isAfter(a) ? b : a;
    }
}
