package org.supplierscope.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a source publishes, as its listing shows. Pure.
///
/// @param last when its newest article appeared; null when none is known
/// @param gap the median time between two articles; null when fewer than [#FEWEST_GAPS] gaps are known
public record Rhythm(@Nullable Instant last, @Nullable Duration gap) {

    /// Of a source of which nothing is known.
    public static final Rhythm UNKNOWN = new Rhythm(null, null);

    /// How many of the newest articles tell the gap: some days of a busy source, some months of a slow one.
    public static final int NEWEST = 32;

    /// How many days tell the median of articles a day.
    public static final int DAYS = 30;

    private static final int FEWEST_GAPS = 3;
    private static final int FEWEST_DAYS = 5;
    /// The weekend of a source that publishes on workdays, Friday morning to Monday morning.
    private static final Duration WEEKEND = Duration.ofDays(3);
    /// If articles came at random, one gap in 148 (e to the 5th power) would be five times the mean.
    private static final int GAPS_OF_SILENCE = 5;
    /// What is taken for the gap of a source that has not shown one.
    private static final Duration USUAL_GAP = Duration.ofDays(1);

    /// The rhythm of articles.
    ///
    /// Articles of the same moment count once, since a listing without dates shows all that a poll brought at
    /// the same moment.
    ///
    /// @param newest when the newest articles appeared, at most [#NEWEST] of them, newest first
    public static Rhythm of(List<Instant> newest) {
        if (newest.isEmpty()) {
            return UNKNOWN;
        }
        List<Instant> moments = newest.stream().distinct().toList();
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < moments.size(); i++) {
            gaps.add(Duration.between(moments.get(i), moments.get(i - 1)));
        }
        gaps.sort(null);
        return new Rhythm(moments.getFirst(), gaps.size() < FEWEST_GAPS ? null : gaps.get(gaps.size() / 2));
    }

    /// From when on the source counts as silent, when nothing new comes: three days after its last article, or
    /// five of its usual gaps where that is longer.
    ///
    /// @param added when the source was added, for one that has never published
    public Instant silentAfter(Instant added) {
        Duration patience = (gap == null ? USUAL_GAP : gap).multipliedBy(GAPS_OF_SILENCE);
        return (last == null ? added : last).plus(patience.compareTo(WEEKEND) > 0 ? patience : WEEKEND);
    }

    /// The median of articles a day (UTC) over the last [#DAYS] whole days, days without one included; over
    /// fewer days when the oldest known is younger; null when fewer than [#FEWEST_DAYS] are known.
    ///
    /// @param perDay how many appeared on each day that had any
    /// @param now the day of which is not over and does not count
    public static @Nullable Double medianDaily(Map<LocalDate, Integer> perDay, Instant now) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate oldest = perDay.keySet().stream().min(LocalDate::compareTo).orElse(today);
        long days = Math.min(DAYS, ChronoUnit.DAYS.between(oldest, today));
        if (days < FEWEST_DAYS) {
            return null;
        }
        List<Integer> counts = new ArrayList<>();
        for (int back = 1; back <= days; back++) {
            counts.add(perDay.getOrDefault(today.minusDays(back), 0));
        }
        counts.sort(null);
        int middle = counts.size() / 2;
        return counts.size() % 2 == 1
                ? (double) counts.get(middle)
                : (counts.get(middle - 1) + counts.get(middle)) / 2.0;
    }
}
