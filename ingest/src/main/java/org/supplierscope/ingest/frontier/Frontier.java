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
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.feed.FeedReading;
import org.supplierscope.ingest.frontier.Turn.Kind;
import org.supplierscope.ingest.source.Source;

/// Every address that is to be asked, and whose turn it is.
///
/// Manners are kept here: an authority is leased to one crawler at a time, in whatever process, and is not
/// leased
/// again before the pause that it was given back with. A crawler that dies loses its lease by time; the
/// request then
/// simply comes up again. Thread-safe.
public final class Frontier {

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

    /// Takes over the list of sources: new ones are due at once, changed ones are changed, and those that are
    /// no
    /// longer
    /// listed are not polled any more; their articles stay.
    public void list(List<Source> sources) {
        Instant now = clock.instant();
        transactions.run("taking over the source list", connection -> {
            update(connection, "update source set listed = false where listed");
            for (Source source : sources) {
                list(connection, source, now);
            }
            return null;
        });
    }

    private static void list(Connection connection, Source source, Instant now) throws SQLException {
        String feed = source.feed().toString();
        String home = source.home() == null ? null : source.home().toString();
        update(
                connection,
                "insert into source (id, name, home, feed, language, listed) values (?, ?, ?, ?, ?, true)"
                        + " on conflict do nothing",
                source.id(),
                source.name(),
                home,
                feed,
                source.language());
        int moved = update(
                connection,
                "update source set etag = null, last_modified = null where id = ? and feed <> ?",
                source.id(),
                feed);
        update(
                connection,
                "update source set name = ?, home = ?, feed = ?, language = ?, listed = true where id = ?",
                source.name(),
                home,
                feed,
                source.language(),
                source.id());
        String request = CanonicalAddress.digest("feed " + source.id());
        var address = CanonicalAddress.of(source.feed());
        ensureAuthority(connection, address.authority(), now);
        int added = insertRequest(connection, request, Kind.FEED, source.id(), address, now, null, null);
        if (added == 0 && moved > 0) {
            update(
                    connection,
                    "update request set url = ?, authority = ?, hops = 0, attempts = 0, due = ? where id = ?",
                    address.uri().toString(),
                    address.authority(),
                    now,
                    request);
        }
    }

    /// Adds the pages that a feed names; those that are known already stay as they are.
    ///
    /// @return how many were new
    public int add(Source source, List<FeedReading.Entry> entries) {
        Instant now = clock.instant();
        // Two feeds that name the same sites in different orders would wait for each other's rows for ever.
        List<FeedReading.Entry> inOrder = entries.stream()
                .sorted(Comparator.comparing((FeedReading.Entry entry) ->
                                CanonicalAddress.of(entry.link()).authority())
                        .thenComparing(
                                entry -> CanonicalAddress.of(entry.link()).id()))
                .toList();
        return transactions.run("adding pages", connection -> {
            int added = 0;
            for (FeedReading.Entry entry : inOrder) {
                var address = CanonicalAddress.of(entry.link());
                ensureAuthority(connection, address.authority(), now);
                added += insertRequest(
                        connection,
                        address.id(),
                        Kind.PAGE,
                        source.id(),
                        address,
                        now,
                        entry.title(),
                        entry.published());
            }
            return added;
        });
    }

    private static void ensureAuthority(Connection connection, String authority, Instant now) throws SQLException {
        update(
                connection,
                "insert into authority (name, next_request) values (?, ?) on conflict do nothing",
                authority,
                now);
    }

    private static int insertRequest(
            Connection connection,
            String id,
            Kind kind,
            String sourceId,
            CanonicalAddress address,
            Instant due,
            @Nullable String title,
            @Nullable Instant published)
            throws SQLException {
        return update(
                connection,
                "insert into request (id, kind, state, source_id, authority, url, due, attempts, hops, feed_title,"
                        + " feed_published) values (?, ?, 'WAITING', ?, ?, ?, ?, 0, 0, ?, ?) on conflict do nothing",
                id,
                kind.name(),
                sourceId,
                address.authority(),
                address.uri().toString(),
                due,
                fitted(title, 1000),
                published);
    }

    /// The next turn that is due, or null when there is none now. Feeds come before pages, since they are what
    /// is
    /// new.
    public @Nullable Turn take() {
        Instant now = clock.instant();
        // Databases keep microseconds, and this must be found again.
        Instant leasedUntil = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
        return transactions.run("taking a turn", connection -> {
            List<String> authorities = query(
                    connection,
                    row -> row.getString(1),
                    "select name from authority where next_request <= ?"
                            + " and (lease_until is null or lease_until <= ?)"
                            + " and exists (select 1 from request join source on source.id = request.source_id"
                            + " where request.authority = authority.name and request.state = 'WAITING'"
                            + " and request.due <= ? and source.listed)"
                            + " order by next_request limit 1 for update skip locked",
                    now,
                    now,
                    now);
            if (authorities.isEmpty()) {
                return null;
            }
            String authority = authorities.getFirst();
            List<Turn> turns = query(
                    connection,
                    row -> turn(row, leasedUntil),
                    "select request.id, kind, authority, url, attempts, hops, feed_title, feed_published,"
                            + " source.id as source_id, name, home, feed, language, etag, last_modified"
                            + " from request join source on source.id = request.source_id"
                            + " where authority = ? and state = 'WAITING' and due <= ? and listed"
                            + " order by kind, due, request.id limit 1",
                    authority,
                    now);
            if (turns.isEmpty()) {
                return null;
            }
            update(connection, "update authority set lease_until = ? where name = ?", leasedUntil, authority);
            return turns.getFirst();
        });
    }

    private static Turn turn(ResultSet row, Instant leasedUntil) throws SQLException {
        String home = row.getString("home");
        var source = new Source(
                row.getString("source_id"),
                row.getString("name"),
                home == null ? null : URI.create(home),
                URI.create(row.getString("feed")),
                row.getString("language"));
        var kind = Kind.valueOf(row.getString("kind"));
        boolean feed = kind == Kind.FEED;
        return new Turn(
                row.getString("id"),
                kind,
                source,
                row.getString("authority"),
                leasedUntil,
                URI.create(row.getString("url")),
                row.getInt("attempts"),
                row.getInt("hops"),
                feed ? row.getString("etag") : null,
                feed ? row.getString("last_modified") : null,
                row.getString("feed_title"),
                instant(row, "feed_published"));
    }

    /// Gives a turn back, with what is to become of its request. Whoever comes back after the lease ran out no
    /// longer decides when the authority is asked next, and changes nothing that is settled.
    ///
    /// @param pause how long the authority is left alone from now on
    public void giveBack(Turn turn, Verdict verdict, Duration pause) {
        Instant now = clock.instant();
        transactions.run("giving a turn back", connection -> {
            switch (verdict) {
                case Verdict.Fetched() -> settle(connection, turn, "FETCHED", null);
                case Verdict.GivenUp(String reason) -> settle(connection, turn, "FAILED", reason);
                case Verdict.Untouched() -> {}
                case Verdict.Again(Duration after, String reason) -> {
                    update(
                            connection,
                            "update request set due = ?, attempts = ?, error = ? where id = ? and state = 'WAITING'",
                            now.plus(after),
                            reason == null ? 0 : turn.attempts() + 1,
                            fitted(reason, 1000),
                            turn.requestId());
                    if (turn.kind() == Kind.FEED && turn.hops() > 0) {
                        // The list says where the feed is; a redirect may have been good for one time only.
                        move(connection, turn, CanonicalAddress.of(turn.source().feed()), 0);
                    }
                }
                case Verdict.Moved(CanonicalAddress target, int hops) -> {
                    ensureAuthority(connection, target.authority(), now);
                    move(connection, turn, target, hops);
                }
            }
            update(
                    connection,
                    "update authority set next_request = ?, lease_until = null where name = ? and lease_until = ?",
                    now.plus(pause),
                    turn.authority(),
                    turn.leasedUntil());
            return null;
        });
    }

    private static void settle(Connection connection, Turn turn, String state, @Nullable String error)
            throws SQLException {
        update(
                connection,
                "update request set state = ?, error = ? where id = ? and state = 'WAITING'",
                state,
                fitted(error, 1000),
                turn.requestId());
    }

    private static void move(Connection connection, Turn turn, CanonicalAddress target, int hops) throws SQLException {
        update(
                connection,
                "update request set url = ?, authority = ?, hops = ? where id = ? and state = 'WAITING'",
                target.uri().toString(),
                target.authority(),
                hops,
                turn.requestId());
    }

    /// Frees every lease. Only for a database that no other process can be using.
    public void freeAll() {
        transactions.run("freeing leases", connection -> update(connection, "update authority set lease_until = null"));
    }
}
