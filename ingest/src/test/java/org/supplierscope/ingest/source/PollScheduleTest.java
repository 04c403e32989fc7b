package org.supplierscope.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.source.PollSchedule.Told;

class PollScheduleTest {

    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final PollSchedule POLLS = new PollSchedule(Duration.ofMinutes(5), Duration.ofHours(1));

    private static Rhythm rhythm(Duration sinceLast, Duration gap) {
        return new Rhythm(NOW.minus(sinceLast), gap);
    }

    /// Half the gap, or a tenth of the silence, between floor and ceiling.
    @ParameterizedTest
    @CsvSource({
        "PT1M,  PT4M,   PT5M",
        "PT1M,  PT30M,  PT15M",
        "PT1M,  PT24H,  PT1H",
        "PT5H,  PT10M,  PT30M",
        "PT8H,  PT10M,  PT48M",
        "PT72H, PT10M,  PT1H",
        "PT5H,  PT90M,  PT45M"
    })
    void followsTheRhythmOfTheSource(Duration sinceLast, Duration gap, Duration wait) {
        assertThat(POLLS.afterSuccess(rhythm(sinceLast, gap), Told.NOTHING, NOW))
                .isEqualTo(wait);
    }

    @Test
    void findsANewcomersRhythmSoon() {
        assertThat(POLLS.afterSuccess(Rhythm.UNKNOWN, Told.NOTHING, NOW)).isEqualTo(POLLS.floor());
        assertThat(POLLS.afterSuccess(new Rhythm(NOW.minus(Duration.ofHours(2)), null), Told.NOTHING, NOW))
                .isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void doesNotAskBeforeTheAnswerCanHaveChanged() {
        Rhythm busy = rhythm(Duration.ofMinutes(1), Duration.ofMinutes(4));

        assertThat(POLLS.afterSuccess(busy, new Told(Duration.ofMinutes(20), null), NOW))
                .isEqualTo(Duration.ofMinutes(20));
        assertThat(POLLS.afterSuccess(busy, new Told(Duration.ofMinutes(20), Duration.ofMinutes(40)), NOW))
                .isEqualTo(Duration.ofMinutes(40));
        assertThat(POLLS.afterSuccess(busy, new Told(Duration.ofDays(365), Duration.ofDays(365)), NOW))
                .isEqualTo(POLLS.ceiling());
        assertThat(POLLS.afterSuccess(busy, new Told(Duration.ZERO, null), NOW)).isEqualTo(POLLS.floor());
    }

    @ParameterizedTest
    @CsvSource({"1, PT10M", "2, PT20M", "3, PT40M", "6, PT5H20M", "7, PT6H", "1000, PT6H"})
    void waitsTwiceAsLongWithEachFailure(int failures, Duration wait) {
        Rhythm busy = rhythm(Duration.ofMinutes(1), Duration.ofMinutes(4));

        assertThat(POLLS.afterFailure(busy, failures, null, NOW)).isEqualTo(wait);
    }

    @Test
    void aFailureBringsNoPollForward() {
        Rhythm slow = rhythm(Duration.ofHours(9), Duration.ofDays(1));

        assertThat(POLLS.afterFailure(slow, 1, null, NOW)).isEqualTo(POLLS.ceiling());
    }

    @Test
    void obeysRetryAfterBeforeAllElseForADay() {
        Rhythm busy = rhythm(Duration.ofMinutes(1), Duration.ofMinutes(4));

        assertThat(POLLS.afterFailure(busy, 1, Duration.ofHours(9), NOW)).isEqualTo(Duration.ofHours(9));
        assertThat(POLLS.afterFailure(busy, 1, Duration.ofDays(365), NOW)).isEqualTo(PollSchedule.LONGEST_OBEYED);
        assertThat(POLLS.afterFailure(busy, 1, Duration.ofSeconds(1), NOW)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void refusesBoundsThatBoundNothing() {
        assertThatThrownBy(() -> new PollSchedule(Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PollSchedule(Duration.ZERO, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
