package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.fitted;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.source.Source;

/// Which sources there are and whether they are read: the database decides, for all crawlers.
///
/// A source comes from the operator's list or from a command. One that the list has no more is removed; one
/// that a command added stays. What a command decided (paused, removed) outlasts a restart, and a source that a
/// site moved stays where it was moved to until the list gives it another address. Thread-safe.
public final class SourceRegister {

    /// As many as a list may have.
    private static final int MAX_SOURCES = 100_000;

    /// A source that is new or comes back brings much at once; so do the sitemaps of one that is read for the
    /// first time.
    static final Duration GRACE = Duration.ofDays(1);

    private static final String LISTING = " where source_id = ? and kind in ('LISTING', 'CHILD')";

    private final Transactions transactions;
    private final Clock clock;

    /// @param database migrated by `db/ingest`
    /// @param clock tells what is due
    public SourceRegister(DataSource database, Clock clock) {
        this.transactions = new Transactions(database);
        this.clock = clock;
    }

    /// What came of a command.
    public sealed interface Result {

        /// It holds now, whether or not it did before.
        record Done() implements Result {}

        /// It cannot be followed.
        ///
        /// @param reason for people
        record Refused(String reason) implements Result {}
    }

    /// What is known of a source before it is changed.
    private record Known(SourceState state, boolean dismissed, String feed, String givenAddress, String givenKind) {}

    /// Takes over the list of sources: new ones are due at once, changed ones are changed, and listed ones that
    /// are in it no longer are removed.
    public void list(List<Source> sources) {
        Instant now = clock.instant();
        transactions.run("taking over the source list", connection -> {
            List<String> gone = query(
                    connection,
                    row -> row.getString("id"),
                    "select id from source where origin = 'LIST' and state <> 'REMOVED' order by id for update");
            gone.removeAll(sources.stream().map(Source::id).toList());
            for (Source source :
                    sources.stream().sorted(Comparator.comparing(Source::id)).toList()) {
                Known known = known(connection, source.id());
                boolean returns = known != null && known.state() == SourceState.REMOVED && !known.dismissed();
                put(connection, source, "LIST", known, returns, now);
            }
            for (String id : gone) {
                hold(connection, id, SourceState.REMOVED, "it is in the source list no more");
            }
            return null;
        });
    }

    /// Adds a source, or a removed one again.
    public Result add(Source source) {
        Instant now = clock.instant();
        return transactions.run("adding a source", connection -> {
            Known known = known(connection, source.id());
            if (known == null && count(connection) >= MAX_SOURCES) {
                return new Result.Refused("there are " + MAX_SOURCES + " sources already");
            }
            boolean removed = known != null && known.state() == SourceState.REMOVED;
            if (known != null && !removed && !ListingReaders.same(known.givenAddress(), source.feed())) {
                return new Result.Refused("another source has the id '" + source.id() + "'");
            }
            String reader =
                    known == null || removed ? ListingReaders.other(connection, source.id(), source.feed()) : null;
            if (reader != null) {
                return alreadyRead(reader);
            }
            if (known == null || removed) {
                put(connection, source, "ADDED", known, removed, now);
            }
            return new Result.Done();
        });
    }

    /// Stops a source until it is resumed.
    public Result pause(String id) {
        return change(id, (connection, known) -> {
            if (known.state() != SourceState.ACTIVE && known.state() != SourceState.PAUSED) {
                return new Result.Refused("only an active source can be paused, not one that is " + known.state());
            }
            hold(connection, id, SourceState.PAUSED, null);
            return new Result.Done();
        });
    }

    /// Takes a source out.
    public Result remove(String id) {
        return change(id, (connection, known) -> {
            hold(connection, id, SourceState.REMOVED, null);
            update(connection, "update source set dismissed = true where id = ?", id);
            return new Result.Done();
        });
    }

    /// Reads a paused, ended or removed source again; refused when another source reads its address by now.
    public Result resume(String id) {
        Instant now = clock.instant();
        return change(id, (connection, known) -> {
            boolean left = known.state() == SourceState.REMOVED || known.state() == SourceState.ENDED;
            String reader = left ? ListingReaders.other(connection, id, URI.create(known.feed())) : null;
            if (reader != null) {
                return alreadyRead(reader);
            }
            if (known.state() != SourceState.ACTIVE) {
                release(connection, id, now);
            }
            return new Result.Done();
        });
    }

    private static Result alreadyRead(String reader) {
        return new Result.Refused("'" + reader + "' reads this address already");
    }

    /// Makes a source due now.
    public Result check(String id) {
        Instant now = clock.instant();
        return change(id, (connection, known) -> {
            if (known.state() != SourceState.ACTIVE) {
                return new Result.Refused("only an active source can be asked, not one that is " + known.state());
            }
            dueNow(connection, id, now);
            return new Result.Done();
        });
    }

    /// Notes that the site says its listing is gone for good. Pages that are known already are still asked.
    public void end(String id, String reason) {
        transactions.run("ending a source", connection -> {
            update(
                    connection,
                    "update source set state = 'ENDED', state_reason = ? where id = ? and state = 'ACTIVE'",
                    fitted(reason, 1000),
                    id);
            return update(connection, "update request set state = 'HELD'" + LISTING + " and state = 'WAITING'", id);
        });
    }

    /// Notes that the site moved its listing for good, and that it was found there.
    public void move(Source source, URI target) {
        transactions.run(
                "moving a source",
                connection -> update(
                        connection,
                        "update source set feed = ?, moved_from = ?, etag = null, last_modified = null where id = ?"
                                + " and feed = ?",
                        target.toString(),
                        source.feed().toString(),
                        source.id(),
                        source.feed().toString()));
    }

    /// Notes where the listing of a site was found.
    ///
    /// @return the id of another source that reads it already, null when there is none; then nothing is noted
    public @Nullable String settle(Source source, SourceKind kind, URI address) {
        return transactions.run("settling a source", connection -> {
            String reader = ListingReaders.other(connection, source.id(), address);
            if (reader != null) {
                return reader;
            }
            update(connection, "delete from candidate where source_id = ?", source.id());
            update(
                    connection,
                    "update source set kind = ?, feed = ?, home = coalesce(home, ?) where id = ? and kind = 'SITE'",
                    kind.name(),
                    address.toString(),
                    source.feed().toString(),
                    source.id());
            return null;
        });
    }

    /// A change of a known source, its row locked.
    private interface Change {
        Result of(Connection connection, Known known) throws SQLException;
    }

    private Result change(String id, Change change) {
        return transactions.run("following a command", connection -> {
            Known known = known(connection, id);
            return known == null
                    ? new Result.Refused("there is no source with the id '" + fitted(id, 80) + "'")
                    : change.of(connection, known);
        });
    }

    private static @Nullable Known known(Connection connection, String id) throws SQLException {
        List<Known> found = query(
                connection,
                row -> new Known(
                        SourceState.valueOf(row.getString("state")),
                        row.getBoolean("dismissed"),
                        row.getString("feed"),
                        row.getString("given_address"),
                        row.getString("given_kind")),
                "select state, dismissed, feed, given_address, given_kind from source where id = ? for update",
                id);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static int count(Connection connection) throws SQLException {
        return query(connection, row -> row.getInt(1), "select count(*) from source")
                .getFirst();
    }

    /// @param returns whether it is to be read again after it was removed
    private static void put(
            Connection connection, Source source, String origin, @Nullable Known known, boolean returns, Instant now)
            throws SQLException {
        String home = source.home() == null ? null : source.home().toString();
        String address = ListingReaders.spelling(source.feed());
        String request = CanonicalAddress.digest("feed " + source.id());
        if (known == null) {
            update(
                    connection,
                    "insert into source (id, name, home, feed, language, kind, verify_certificate, origin,"
                            + " given_address, given_kind, added, grace_until)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    source.id(),
                    source.name(),
                    home,
                    address,
                    source.language(),
                    source.kind().name(),
                    source.verifyCertificate(),
                    origin,
                    address,
                    source.kind().name(),
                    now,
                    now.plus(GRACE));
            var asked = CanonicalAddress.of(source.feed());
            Authorities.ensure(connection, asked.authority(), now);
            update(
                    connection,
                    "insert into request (id, kind, state, priority, source_id, authority, url, due, seen, dated,"
                            + " attempts, hops) values (?, 'LISTING', 'WAITING', ?, ?, ?, ?, ?, ?, ?, 0, 0)",
                    request,
                    Authorities.LISTINGS,
                    source.id(),
                    asked.authority(),
                    asked.uri().toString(),
                    now,
                    now,
                    now);
            Authorities.wake(connection, asked.authority(), now);
            return;
        }
        update(
                connection,
                "update source set name = ?, home = coalesce(?, home), language = ?, verify_certificate = ?,"
                        + " origin = ? where id = ?",
                source.name(),
                home,
                source.language(),
                source.verifyCertificate(),
                origin,
                source.id());
        if (!ListingReaders.same(known.givenAddress(), source.feed())
                || !known.givenKind().equals(source.kind().name())) {
            readdress(connection, source, request, now);
        }
        if (returns) {
            release(connection, source.id(), now);
        }
    }

    private static void readdress(Connection connection, Source source, String request, Instant now)
            throws SQLException {
        var asked = CanonicalAddress.of(source.feed());
        update(
                connection,
                "update source set feed = ?, kind = ?, given_address = ?, given_kind = ?, moved_from = null,"
                        + " etag = null, last_modified = null, error = null, error_since = null, grace_until = ?"
                        + " where id = ?",
                asked.uri().toString(),
                source.kind().name(),
                asked.uri().toString(),
                source.kind().name(),
                now.plus(GRACE),
                source.id());
        update(connection, "delete from candidate where source_id = ?", source.id());
        Authorities.ensure(connection, asked.authority(), now);
        update(
                connection,
                "update request set url = ?, authority = ?, hops = 0, moved_to = null, attempts = 0, due = ?"
                        + " where id = ?",
                asked.uri().toString(),
                asked.authority(),
                now,
                request);
        Authorities.wake(connection, asked.authority(), now);
    }

    /// Nothing of the source is asked from now on.
    private static void hold(Connection connection, String id, SourceState state, @Nullable String reason)
            throws SQLException {
        update(connection, "update source set state = ?, state_reason = ? where id = ?", state.name(), reason, id);
        update(connection, "update request set state = 'HELD' where source_id = ? and state = 'WAITING'", id);
    }

    private static void release(Connection connection, String id, Instant now) throws SQLException {
        update(
                connection,
                "update source set state = 'ACTIVE', state_reason = null, dismissed = false, grace_until = ?"
                        + " where id = ?",
                now.plus(GRACE),
                id);
        update(connection, "update request set state = 'WAITING' where source_id = ? and state = 'HELD'", id);
        dueNow(connection, id, now);
    }

    private static void dueNow(Connection connection, String id, Instant now) throws SQLException {
        update(connection, "update request set due = ?" + LISTING + " and state = 'WAITING' and due > ?", now, id, now);
        List<String> authorities = query(
                connection,
                row -> row.getString("authority"),
                "select distinct authority from request where source_id = ? and state = 'WAITING' order by authority",
                id);
        for (String authority : authorities) {
            Authorities.wake(connection, authority, now);
        }
    }
}
