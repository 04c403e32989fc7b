package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows of authorities within a transaction.
///
/// Who locks several locks them in the order of their names, then requests, then sources in the order of their
/// ids, so that no two wait for each other.
final class Authorities {

    /// @param leaseUntil null when it is free
    record State(Instant nextRequest, @Nullable Instant leaseUntil) {}

    /// Priorities of requests: one look into the index for each finds what is due first.
    static final int LISTINGS = 0;

    static final int PAGES = 1;
    static final int BURSTS = 2;

    private Authorities() {}

    /// Makes sure that there is a row, which may be asked at once when it is new.
    static void ensure(Connection connection, String name, Instant now) throws SQLException {
        update(
                connection,
                "insert into authority (name, next_request) values (?, ?) on conflict do nothing",
                name,
                now);
    }

    /// Sees to it that a request is found when it is due.
    static void wake(Connection connection, String name, Instant due) throws SQLException {
        update(
                connection,
                "update authority set next_turn = greatest(next_request, cast(? as timestamp with time zone))"
                        + " where name = ? and (next_turn is null"
                        + " or next_turn > greatest(next_request, cast(? as timestamp with time zone)))",
                due,
                name,
                due);
    }

    static State locked(Connection connection, String name) throws SQLException {
        return query(
                        connection,
                        row -> new State(
                                Objects.requireNonNull(instant(row, "next_request")), instant(row, "lease_until")),
                        "select next_request, lease_until from authority where name = ? for update",
                        name)
                .getFirst();
    }

    /// When a locked authority has its next turn; null when nothing waits there.
    static @Nullable Instant nextTurn(Connection connection, String name, Instant nextRequest) throws SQLException {
        String first = "(select due from request where authority = ? and state = 'WAITING' and priority = %d"
                + " order by authority, state, priority, due limit 1)";
        List<Instant> dues = query(
                connection,
                row -> Objects.requireNonNull(instant(row, "due")),
                first.formatted(LISTINGS) + " union all " + first.formatted(PAGES) + " union all "
                        + first.formatted(BURSTS),
                name,
                name,
                name);
        Instant due = dues.stream().min(Instant::compareTo).orElse(null);
        return due == null || due.isAfter(nextRequest) ? due : nextRequest;
    }

    /// Ends a lease.
    static void release(Connection connection, String name, Instant now, Rest rest) throws SQLException {
        Instant nextRequest = now.plus(rest.pause());
        update(
                connection,
                "update authority set next_request = ?, lease_until = null, next_turn = ?, strikes = ?,"
                        + " rest_wanted = ? where name = ?",
                nextRequest,
                nextTurn(connection, name, nextRequest),
                rest.strikes(),
                rest.wanted(),
                name);
    }
}
