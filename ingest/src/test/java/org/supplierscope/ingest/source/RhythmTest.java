package org.supplierscope.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    private static Rhythm rhythm(Duration... ages) {
        return Rhythm.of(Stream.of(ages).map(NOW::minus).toList());
    }

    @Test
    void itsGapIsTheMedianBetweenTwoArticles() {
        Rhythm rhythm = rhythm(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(5), Duration.ofHours(30));

        assertThat(rhythm.gap()).isEqualTo(Duration.ofHours(3));
        assertThat(rhythm.last()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void articlesOfOneMomentCountOnce() {
        Duration morning = Duration.ofHours(4);
        Rhythm rhythm = rhythm(
                morning,
                morning,
                morning,
                morning.plusDays(1),
                morning.plusDays(1),
                morning.plusDays(2),
                morning.plusDays(3));

        assertThat(rhythm.gap()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aFewArticlesTellNoGap() {
        assertThat(rhythm().last()).isNull();
        assertThat(rhythm(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3))
                        .gap())
                .isNull();
    }

    @Test
    void aSourceIsSilentAfterFiveOfItsGapsAndAWeekendAtLeast() {
        Instant added = NOW.minus(Duration.ofDays(100));
        var hourly = new Rhythm(NOW, Duration.ofHours(1));
        var weekly = new Rhythm(NOW, Duration.ofDays(7));
        var newcomer = new Rhythm(NOW, null);

        assertThat(hourly.silentAfter(added)).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(weekly.silentAfter(added)).isEqualTo(NOW.plus(Duration.ofDays(35)));
        assertThat(newcomer.silentAfter(added)).isEqualTo(NOW.plus(Duration.ofDays(5)));
        assertThat(Rhythm.UNKNOWN.silentAfter(added)).isEqualTo(added.plus(Duration.ofDays(5)));
    }

    @Test
    void theMedianOfADayCountsDaysWithoutArticlesAndNotToday() {
        LocalDate today = LocalDate.parse("2026-03-31");
        Map<LocalDate, Integer> days = new HashMap<>();
        days.put(today, 1_000);
        for (int back : List.of(1, 2, 3)) {
            days.put(today.minusDays(back), 10);
        }
        days.put(today.minusDays(6), 4);

        assertThat(Rhythm.medianDaily(days, NOW)).as("10 10 10 0 0 4").isEqualTo(7.0);
    }

    @Test
    void theMedianReachesBackAMonthAndNeedsFiveDays() {
        LocalDate today = LocalDate.parse("2026-03-31");
        Map<LocalDate, Integer> lately = new HashMap<>(Map.of(today.minusDays(4), 9));
        Map<LocalDate, Integer> longAgo = new HashMap<>(Map.of(today.minusDays(200), 500));
        for (int back = 1; back <= Rhythm.DAYS; back++) {
            longAgo.put(today.minusDays(back), 2);
        }

        assertThat(Rhythm.medianDaily(lately, NOW)).isNull();
        assertThat(Rhythm.medianDaily(Map.of(), NOW)).isNull();
        assertThat(Rhythm.medianDaily(longAgo, NOW)).isEqualTo(2.0);
    }

    @Test
    void aThousandArticlesOfOneMomentAreNoTrouble() {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            moments.add(NOW);
        }

        assertThat(Rhythm.of(moments)).isEqualTo(new Rhythm(NOW, null));
    }
}
