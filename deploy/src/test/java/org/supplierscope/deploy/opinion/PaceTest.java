package org.supplierscope.deploy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
    private final Pace pace = new Pace(2, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    });

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Test
    void letsSoManyPassAtOnceAndTheNextWhenAMinuteIsOver() {
        assertThat(pace.next()).isZero();
        pass(Duration.ofSeconds(20));
        assertThat(pace.next()).isZero();
        pass(Duration.ofSeconds(10));

        assertThat(pace.next()).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.next()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void letsPassWithoutAWaitWhereFewAsk() {
        for (int i = 0; i < 10; i++) {
            assertThat(pace.next()).isZero();
            pass(Duration.ofSeconds(30));
        }
    }

    @Test
    void neverWaitsLongerThanAMinuteAlsoWhenTheClockIsPutBack() {
        pace.next();
        pace.next();
        pass(Duration.ofHours(-5));

        assertThat(pace.next()).isEqualTo(Duration.ofMinutes(1));
    }
}
