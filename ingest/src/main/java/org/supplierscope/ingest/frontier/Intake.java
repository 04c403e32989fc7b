package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.fitted;
import static org.supplierscope.ingest.frontier.Transactions.marks;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.frontier.Burst.Fate;
import org.supplierscope.ingest.listing.Lead;
import org.supplierscope.ingest.source.Source;

/// Takes the pages that a listing names into the frontier; those that are known already stay as they are.
/// Thread-safe.
public final class Intake {

    /// How many pages are added in one transaction: while it lasts, their hosts' turns cannot be given back.
    private static final int CHUNK = 200;
    /// A page that is met for the first time after we have polled for a while is news, whatever old date it
    /// bears: publishers mistake the year, and pages are put into a listing late. A day is what it may be late.
    private static final Duration LATENESS = Duration.ofDays(1);

    private final Transactions transactions;
    private final Clock clock;

    /// @param database migrated by `db/ingest`
    /// @param clock dates what is new
    public Intake(DataSource database, Clock clock) {
        this.transactions = new Transactions(database);
        this.clock = clock;
    }

    /// Adds pages.
    ///
    /// @return how many were new, those held back included
    public int add(Source source, List<Lead> leads) {
        Instant now = clock.instant();
        Map<String, NamedPage> pages = new HashMap<>();
        for (Lead lead : leads) {
            var address = CanonicalAddress.of(lead.link());
            pages.putIfAbsent(address.id(), new NamedPage(address, lead));
        }
        Burst burst = transactions.run("looking for new pages", connection -> {
            known(connection, List.copyOf(pages.keySet())).forEach(pages::remove);
            return Burst.of(connection, source.id(), List.copyOf(pages.values()), now);
        });
        // Two listings that name the same sites in different orders would wait for each other's rows for ever.
        List<NamedPage> fresh = pages.values().stream()
                .sorted(Comparator.comparing((NamedPage page) -> page.address().authority())
                        .thenComparing(page -> page.address().id()))
                .toList();
        int added = 0;
        for (int from = 0; from < fresh.size(); from += CHUNK) {
            List<NamedPage> chunk = fresh.subList(from, Math.min(fresh.size(), from + CHUNK));
            added += transactions.run("adding pages", connection -> add(connection, source, chunk, burst, now));
        }
        return added;
    }

    private static Set<String> known(Connection connection, List<String> ids) throws SQLException {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<String> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            known.addAll(query(
                    connection,
                    row -> row.getString("id"),
                    "select id from request where id in (" + marks(chunk.size()) + ")",
                    chunk.toArray()));
        }
        return known;
    }

    private static int add(Connection connection, Source source, List<NamedPage> pages, Burst burst, Instant now)
            throws SQLException {
        for (String authority : new TreeSet<>(
                pages.stream().map(page -> page.address().authority()).toList())) {
            Authorities.ensure(connection, authority, now);
            Authorities.wake(connection, authority, now);
        }
        int added = 0;
        var counts = PageCounts.NONE;
        Map<LocalDate, Integer> days = new TreeMap<>();
        for (NamedPage page : pages) {
            Fate fate = burst.fate(page);
            Instant dated = dated(page.lead().published(), burst.readUntil(), now);
            if (insert(connection, source, page, fate, dated, now) == 0) {
                continue;
            }
            added++;
            counts = counts.plus(fate.counted());
            if (fate == Fate.NEW) {
                days.merge(dated.atOffset(ZoneOffset.UTC).toLocalDate(), 1, Integer::sum);
            }
        }
        for (Map.Entry<LocalDate, Integer> day : days.entrySet()) {
            SourceLedger.count(connection, source.id(), day.getKey(), day.getValue());
        }
        counts.addTo(connection, source.id());
        return added;
    }

    private static int insert(
            Connection connection, Source source, NamedPage page, Fate fate, Instant dated, Instant now)
            throws SQLException {
        return update(
                connection,
                "insert into request (id, kind, state, priority, probe, source_id, authority, url, due, seen, dated,"
                        + " attempts, hops, feed_title, feed_published)"
                        + " values (?, 'PAGE', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?) on conflict do nothing",
                page.address().id(),
                fate.state(),
                fate == Fate.NEW ? Authorities.PAGES : Authorities.BURSTS,
                fate == Fate.PROBE,
                source.id(),
                page.address().authority(),
                page.address().uri().toString(),
                now,
                now,
                dated,
                fitted(page.lead().title(), 1000),
                page.lead().published());
    }

    private static Instant dated(@Nullable Instant published, @Nullable Instant readUntil, Instant now) {
        boolean late = published != null && readUntil != null && published.isBefore(readUntil.minus(LATENESS));
        return published == null || late || published.isAfter(now) ? now : published;
    }

    /// Adds the listings that an index of listings names, to be asked once; those that are waiting already
    /// stay.
    public void follow(Source source, List<CanonicalAddress> children) {
        Instant now = clock.instant();
        transactions.run("adding listings", connection -> {
            for (String authority : new TreeSet<>(
                    children.stream().map(CanonicalAddress::authority).toList())) {
                Authorities.ensure(connection, authority, now);
                Authorities.wake(connection, authority, now);
            }
            for (CanonicalAddress child : children) {
                update(
                        connection,
                        "insert into request (id, kind, state, priority, source_id, authority, url, due, seen, dated,"
                                + " attempts, hops) values (?, 'CHILD', 'WAITING', ?, ?, ?, ?, ?, ?, ?, 0, 0)"
                                + " on conflict do nothing",
                        CanonicalAddress.digest("child " + source.id() + " " + child.uri()),
                        Authorities.LISTINGS,
                        source.id(),
                        child.authority(),
                        child.uri().toString(),
                        now,
                        now,
                        now);
            }
            return null;
        });
    }
}
