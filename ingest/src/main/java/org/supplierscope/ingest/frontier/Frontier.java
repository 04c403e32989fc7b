package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.fitted;
import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.frontier.Turn.Kind;

/// Every address that is to be asked, and whose turn it is.
///
/// Manners are kept here: an authority is leased to one crawler at a time, in whatever process, and is not
/// leased again before the pause that it was given back with. A crawler that dies loses its lease by time; the
/// request then simply comes up again. Thread-safe.
public final class Frontier {

    /// What was due when a turn was taken is past; a later time was set since, such as by a hub that told of
    /// news while the listing was being fetched, and holds unless it comes up sooner anyway.
    private static final String NEXT_DUE = "due = case when kind = 'LISTING' and due > ?"
            + " then least(due, cast(? as timestamp with time zone)) else cast(? as timestamp with time zone) end";

    private final Transactions transactions;
    private final Clock clock;
    private final Duration lease;

    /// @param database migrated by `db/ingest`
    /// @param clock tells what is due
    /// @param lease how long a turn may take; must exceed the fetch deadline
    public Frontier(DataSource database, Clock clock, Duration lease) {
        this.transactions = new Transactions(database);
        this.clock = clock;
        this.lease = lease;
    }

    /// A row of `authority` whose turn it may be.
    private record Candidate(String name, Instant nextRequest, int strikes) {}

    /// The turns that are due, at most one for each authority, those that have waited longest first. Listings
    /// come before pages of the same authority, since they are what is new.
    ///
    /// All of them are taken in one transaction, since each commit costs a write to the disk.
    ///
    /// @param most how many at most
    public List<Turn> take(int most) {
        while (true) {
            Instant now = clock.instant();
            // Databases keep microseconds, and this must be found again.
            Instant leasedUntil = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
            Taking taking = transactions.run("taking turns", connection -> take(connection, most, now, leasedUntil));
            if (!taking.turns().isEmpty() || taking.looked() == 0) {
                return taking.turns();
            }
            // Those that were looked at had nothing after all, which is noted now; others may have.
        }
    }

    /// @param looked how many authorities seemed to be due
    private record Taking(List<Turn> turns, int looked) {}

    private static Taking take(Connection connection, int most, Instant now, Instant leasedUntil) throws SQLException {
        List<Candidate> candidates = query(
                connection,
                row -> new Candidate(
                        row.getString("name"),
                        Objects.requireNonNull(instant(row, "next_request")),
                        row.getInt("strikes")),
                "select name, next_request, strikes from authority where next_turn <= ?"
                        + " and (lease_until is null or lease_until <= ?)"
                        + " order by next_turn limit ? for update skip locked",
                now,
                now,
                most);
        List<Turn> turns = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Turn turn = due(connection, candidate, now, leasedUntil);
            if (turn == null) {
                // It was woken too early, or what waited is held by now.
                update(
                        connection,
                        "update authority set next_turn = ? where name = ?",
                        Authorities.nextTurn(connection, candidate.name(), candidate.nextRequest()),
                        candidate.name());
            } else {
                // When nobody gives it back, it is found again as soon as the lease has run out.
                update(
                        connection,
                        "update authority set lease_until = ?, next_turn = ? where name = ?",
                        leasedUntil,
                        leasedUntil,
                        candidate.name());
                turns.add(turn);
            }
        }
        return new Taking(turns, candidates.size());
    }

    private static @Nullable Turn due(Connection connection, Candidate candidate, Instant now, Instant leasedUntil)
            throws SQLException {
        List<Turn> turns = query(
                connection,
                row -> turn(row, candidate, leasedUntil),
                "select first.*, name, home, feed, source.kind as source_kind, language, verify_certificate, etag,"
                        + " last_modified"
                        + " from (select id as request_id, kind as request_kind, source_id, url, seen, attempts,"
                        + " deferrals, hops, moved_to, feed_title, feed_published from request"
                        + " where authority = ? and state = 'WAITING' and due <= ?"
                        + " order by authority, state, priority, due limit 1) first"
                        + " join source on source.id = first.source_id",
                candidate.name(),
                now);
        return turns.isEmpty() ? null : turns.getFirst();
    }

    private static Turn turn(ResultSet row, Candidate candidate, Instant leasedUntil) throws SQLException {
        var kind = Kind.valueOf(row.getString("request_kind"));
        boolean listing = kind == Kind.LISTING;
        String movedTo = row.getString("moved_to");
        return new Turn(
                row.getString("request_id"),
                kind,
                SourceRows.source(row, "source_id", "source_kind"),
                candidate.name(),
                leasedUntil,
                candidate.strikes(),
                URI.create(row.getString("url")),
                Objects.requireNonNull(instant(row, "seen")),
                row.getInt("attempts"),
                row.getInt("deferrals"),
                row.getInt("hops"),
                movedTo == null ? null : URI.create(movedTo),
                listing ? row.getString("etag") : null,
                listing ? row.getString("last_modified") : null,
                row.getString("feed_title"),
                instant(row, "feed_published"));
    }

    /// Gives turns back, with what is to become of their requests. Whoever comes back after the lease ran out
    /// no longer decides when the authority is asked next, and changes nothing that is settled.
    public void giveBack(List<Return> returns) {
        Instant now = clock.instant();
        transactions.run("giving turns back", connection -> {
            Map<String, CanonicalAddress> next = next(connection, returns);
            SortedSet<String> names = new TreeSet<>();
            returns.forEach(given -> names.add(given.turn().authority()));
            next.values().forEach(address -> names.add(address.authority()));
            Map<String, Authorities.State> locked = new HashMap<>();
            for (String name : names) {
                Authorities.ensure(connection, name, now);
                locked.put(name, Authorities.locked(connection, name));
            }
            Map<String, PageCounts> counts = new TreeMap<>();
            for (Return given : returns) {
                PageCounts change =
                        settle(connection, given, next.get(given.turn().requestId()), now);
                counts.merge(given.turn().source().id(), change, PageCounts::plus);
            }
            for (Return given : returns) {
                Authorities.State state =
                        Objects.requireNonNull(locked.get(given.turn().authority()));
                if (given.turn().leasedUntil().equals(state.leaseUntil())) {
                    Authorities.release(connection, given.turn().authority(), now, given.rest());
                }
            }
            for (CanonicalAddress address : next.values()) {
                Authorities.wake(connection, address.authority(), now);
            }
            for (Map.Entry<String, PageCounts> count : counts.entrySet()) {
                count.getValue().addTo(connection, count.getKey());
            }
            return null;
        });
    }

    /// Where the requests that are asked elsewhere next are asked, by request.
    private static Map<String, CanonicalAddress> next(Connection connection, List<Return> returns) throws SQLException {
        Map<String, CanonicalAddress> next = new HashMap<>();
        for (Return given : returns) {
            Turn turn = given.turn();
            switch (given.verdict()) {
                case Verdict.Moved moved -> next.put(turn.requestId(), moved.target());
                case Verdict.Again _
                when turn.kind() == Kind.LISTING -> {
                    // A redirect may have been good for one time only, and the source may have moved for good.
                    List<String> listed = query(
                            connection,
                            row -> row.getString("feed"),
                            "select feed from source where id = ?",
                            turn.source().id());
                    next.put(turn.requestId(), CanonicalAddress.of(URI.create(listed.getFirst())));
                }
                case Verdict.Again _ -> {}
                case Verdict.Fetched _ -> {}
                case Verdict.GivenUp _ -> {}
                case Verdict.Untouched _ -> {}
                case Verdict.Deferred _ -> {}
            }
        }
        return next;
    }

    private PageCounts settle(Connection connection, Return given, @Nullable CanonicalAddress next, Instant now)
            throws SQLException {
        Turn turn = given.turn();
        return switch (given.verdict()) {
            case Verdict.Fetched() -> PageCounts.fetched(settled(connection, turn, "FETCHED", null));
            case Verdict.GivenUp(String reason) -> PageCounts.givenUp(settled(connection, turn, "FAILED", reason));
            case Verdict.Untouched() -> PageCounts.NONE;
            case Verdict.Again(Duration after, String reason) -> {
                update(
                        connection,
                        "update request set " + NEXT_DUE + ", attempts = ?, deferrals = 0, error = ?"
                                + " where id = ? and state in ('WAITING', 'HELD')",
                        started(turn),
                        now.plus(after),
                        now.plus(after),
                        reason == null ? 0 : turn.attempts() + 1,
                        fitted(reason, 1000),
                        turn.requestId());
                if (next != null) {
                    move(connection, turn, next, 0, null);
                }
                yield PageCounts.NONE;
            }
            case Verdict.Deferred(Duration after, String reason) -> {
                update(
                        connection,
                        "update request set " + NEXT_DUE + ", deferrals = ?, error = ?"
                                + " where id = ? and state in ('WAITING', 'HELD')",
                        started(turn),
                        now.plus(after),
                        now.plus(after),
                        turn.deferrals() + 1,
                        fitted(reason, 1000),
                        turn.requestId());
                yield PageCounts.NONE;
            }
            case Verdict.Moved(CanonicalAddress target, int hops, URI movedTo) -> {
                move(connection, turn, target, hops, movedTo);
                yield PageCounts.NONE;
            }
        };
    }

    /// When a turn was taken: a millisecond late, for the rounding of databases; nothing has been asked by
    /// then.
    private Instant started(Turn turn) {
        return turn.leasedUntil().minus(lease).plusMillis(1);
    }

    /// How many pages this settled: one, or none when it was settled already or is no page. What is not a page
    /// has done its service.
    private static int settled(Connection connection, Turn turn, String state, @Nullable String error)
            throws SQLException {
        if (turn.kind() != Kind.PAGE) {
            update(connection, "delete from request where id = ? and kind = 'CHILD'", turn.requestId());
            return 0;
        }
        return update(
                connection,
                "update request set state = ?, error = ? where id = ? and state in ('WAITING', 'HELD')",
                state,
                fitted(error, 1000),
                turn.requestId());
    }

    private static void move(Connection connection, Turn turn, CanonicalAddress target, int hops, @Nullable URI movedTo)
            throws SQLException {
        update(
                connection,
                "update request set url = ?, authority = ?, hops = ?, moved_to = ?"
                        + " where id = ? and state in ('WAITING', 'HELD')",
                target.uri().toString(),
                target.authority(),
                hops,
                movedTo == null ? null : movedTo.toString(),
                turn.requestId());
    }

    /// Leases an authority besides its turns, or answers null while another has it or its pause is not over.
    public @Nullable Loan borrow(String authority) {
        Instant now = clock.instant();
        Instant leasedUntil = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        return transactions.run("borrowing an authority", connection -> {
            Authorities.ensure(connection, authority, now);
            List<Integer> free = query(
                    connection,
                    row -> row.getInt("strikes"),
                    "select strikes from authority where name = ? and next_request <= ?"
                            + " and (lease_until is null or lease_until <= ?) for update skip locked",
                    authority,
                    now,
                    now);
            if (free.isEmpty()) {
                return null;
            }
            update(
                    connection,
                    "update authority set lease_until = ?, next_turn = ? where name = ?",
                    leasedUntil,
                    leasedUntil,
                    authority);
            return new Loan(authority, leasedUntil, free.getFirst());
        });
    }

    /// Gives a loan back.
    public void giveBack(Loan loan, Rest rest) {
        Instant now = clock.instant();
        transactions.run("giving a loan back", connection -> {
            if (loan.leasedUntil()
                    .equals(Authorities.locked(connection, loan.authority()).leaseUntil())) {
                Authorities.release(connection, loan.authority(), now, rest);
            }
            return null;
        });
    }

    /// Frees every lease. Only for a database that no other process can be using.
    public void freeAll() {
        transactions.run(
                "freeing leases",
                connection -> update(
                        connection,
                        "update authority set lease_until = null, next_turn = next_request"
                                + " where lease_until is not null"));
    }
}
