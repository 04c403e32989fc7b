package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether the new pages of one poll are news, or what a source has published long ago under new addresses: a
/// site that changes its addresses or the ids in its feed makes everything in it look new, and readers would be
/// told of it all.
///
/// There are two signs. When ten or more are new and half of them bear titles of pages that the source had
/// named before, those are old. And when more are new than [#LEAST] and than [#TIMES] as many as the source
/// publishes on a median day, for each day since it was last read, all of them are held back but a few, which
/// are asked to see (see [Quarantine]). Neither is looked for in the first day of a source, and after it was
/// resumed or given another address.
///
/// @param readUntil when the source was last read; null when it was not read for a day before, so that what is
/// new to us may be old
/// @param known those that are old
/// @param probes of those held back, those that are asked
/// @param held whether all that are not known are held back
record Burst(@Nullable Instant readUntil, Set<String> known, Set<String> probes, boolean held) {

    /// Fewer new pages than this are no flood, even if all of them are old.
    static final int LEAST = 30;
    /// A day of news that triples is rare (an election, a trade fair); a feed that flips brings days at once.
    static final int TIMES = 3;

    private static final int PROBES = 5;
    private static final int FEWEST_TWINS = 10;
    /// More than any feed lists, so that all of a feed that flips is found.
    private static final int TITLES = 5_000;
    /// The same headline twice within a day is the same news; "Market report" of another day is not.
    private static final Duration SAME = Duration.ofDays(1);

    /// What becomes of a new page.
    enum Fate {
        /// It is asked for in its turn.
        NEW,
        /// It is asked for, to tell what the others are.
        PROBE,
        /// It is held back until the probes are read.
        QUARANTINED,
        /// It is never asked for.
        KNOWN;

        String state() {
            return switch (this) {
                case NEW, PROBE -> "WAITING";
                case QUARANTINED -> "QUARANTINED";
                case KNOWN -> "KNOWN";
            };
        }

        PageCounts counted() {
            return switch (this) {
                case NEW, PROBE -> new PageCounts(1, 0, 0, 0);
                case QUARANTINED -> new PageCounts(0, 0, 0, 1);
                case KNOWN -> PageCounts.NONE;
            };
        }
    }

    private record Standing(
            @Nullable Instant lastSuccess,
            Instant graceUntil,
            @Nullable Double medianDaily) {}

    Fate fate(NamedPage page) {
        String id = page.address().id();
        if (known.contains(id)) {
            return Fate.KNOWN;
        }
        if (!held) {
            return Fate.NEW;
        }
        return probes.contains(id) ? Fate.PROBE : Fate.QUARANTINED;
    }

    static Burst of(Connection connection, String sourceId, List<NamedPage> fresh, Instant now) throws SQLException {
        Standing standing = query(
                        connection,
                        row -> new Standing(
                                instant(row, "last_success"),
                                Objects.requireNonNull(instant(row, "grace_until")),
                                row.getObject("median_daily", Double.class)),
                        "select last_success, grace_until, median_daily from source where id = ?",
                        sourceId)
                .getFirst();
        Instant last = standing.lastSuccess();
        if (last == null || now.isBefore(standing.graceUntil())) {
            return new Burst(null, Set.of(), Set.of(), false);
        }
        Set<String> twins = fresh.size() < FEWEST_TWINS ? Set.of() : twins(connection, sourceId, fresh);
        Set<String> known = twins.size() * 2 >= fresh.size() ? twins : Set.of();
        List<NamedPage> others = fresh.stream()
                .filter(page -> !known.contains(page.address().id()))
                .sorted(Comparator.comparing(page -> page.address().id()))
                .toList();
        boolean held = others.size() > limit(connection, sourceId, standing.medianDaily(), last, now);
        Set<String> probes = new HashSet<>();
        // The ids are digests, so that the first of them are a sample.
        others.stream().limit(PROBES).forEach(page -> probes.add(page.address().id()));
        return new Burst(last, known, held ? probes : Set.of(), held);
    }

    private static double limit(
            Connection connection, String sourceId, @Nullable Double median, Instant last, Instant now)
            throws SQLException {
        double daily = median != null ? median : busiestDay(connection, sourceId);
        double days = Math.max(1, Duration.between(last, now).toHours() / 24.0);
        return Math.max(LEAST, TIMES * daily * days);
    }

    /// What a source publishes of which too few days are known for a median.
    private static int busiestDay(Connection connection, String sourceId) throws SQLException {
        return query(
                        connection,
                        row -> row.getInt(1),
                        "select coalesce(max(entries), 0) from source_day where source_id = ?",
                        sourceId)
                .getFirst();
    }

    /// Those of the pages that bear the title of another page of the source, at about the same date where both
    /// have one.
    private static Set<String> twins(Connection connection, String sourceId, List<NamedPage> fresh)
            throws SQLException {
        Map<String, Set<Instant>> titles = new HashMap<>();
        query(
                connection,
                row -> {
                    Instant published = instant(row, "feed_published");
                    Set<Instant> dates = titles.computeIfAbsent(row.getString("feed_title"), title -> new HashSet<>());
                    return published == null || dates.add(published);
                },
                "select feed_title, feed_published from request where source_id = ? and kind = 'PAGE'"
                        + " and feed_title is not null order by dated desc limit ?",
                sourceId,
                TITLES);
        Set<String> twins = new HashSet<>();
        for (NamedPage page : fresh) {
            String title = Transactions.fitted(page.lead().title(), 1000);
            Set<Instant> dates = title == null ? null : titles.get(title);
            Instant published = page.lead().published();
            if (dates != null
                    && (published == null
                            || dates.isEmpty()
                            || dates.stream().anyMatch(date -> near(date, published)))) {
                twins.add(page.address().id());
            }
        }
        return twins;
    }

    private static boolean near(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(SAME) <= 0;
    }
}
