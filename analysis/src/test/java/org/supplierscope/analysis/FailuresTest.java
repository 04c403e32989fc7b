package org.supplierscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private long now;
    private final Failures failures = new Failures(() -> now);

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void tellsTheLatestFailureUntilItHasBeenQuiet() {
        assertThat(failures.troubles()).isEmpty();

        failures.ended("the broker is away");
        failures.refused("topic x does not take a record", true);

        assertThat(failures.troubles()).singleElement().asString().contains("topic x", "tries again");
        pass(Failures.QUIET);
        assertThat(failures.troubles()).isEmpty();
    }

    @Test
    void waitsLongerAndLongerWhileItFailsAndBeginsAnewAfterwards() {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            failures.ended("again");
            pauses.add(failures.pause());
            pass(failures.pause());
        }

        assertThat(pauses).isSorted().startsWith(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(pauses.getLast()).isEqualTo(Failures.LONGEST_PAUSE);
        pass(Failures.QUIET);
        failures.ended("much later");
        assertThat(failures.pause()).isEqualTo(Failures.FIRST_PAUSE);
    }

    @Test
    void keepsTheTopicThatMadeAThreadEndAndCountsBothOnce() {
        failures.refused("topic x does not take a record", true);
        failures.ended("RecordTooLargeException");

        assertThat(failures.troubles()).singleElement().asString().contains("topic x");
        assertThat(failures.pause()).isEqualTo(Failures.FIRST_PAUSE);
        failures.ended("the broker is away");
        assertThat(failures.troubles()).singleElement().asString().contains("the broker is away");
    }

    @Test
    void tellsOfARefusalThatNoThreadEndsOf() {
        failures.refused("topic x does not take a record", false);

        assertThat(failures.troubles()).singleElement().asString().contains("topic x");
    }
}
