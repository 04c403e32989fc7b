package org.supplierscope.analysis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftRuleTest {

    @Test
    void statesHalfAFalseAlarmInTwentyYears() {
        assertThat(ShiftRule.STANDARD.falseAlarmsPerYear()).isEqualTo(0.5 / 20, within(1e-12));
    }

    /// The odds from which a change is told: changes a year through false alarms a year.
    @Test
    void tellsFromOddsOfTwoInFive() {
        double odds = 0.4;

        assertThat(ShiftRule.STANDARD.tells(odds / (1 + odds) + 1e-9)).isTrue();
        assertThat(ShiftRule.STANDARD.tells(odds / (1 + odds) - 1e-9)).isFalse();
    }

    /// Twelve and a half times the odds, since eight years go twelve and a half times into a century.
    @Test
    void tellsReadersTheConfidenceOfOneWhoBelievesInEightYears() {
        assertThat(ShiftRule.STANDARD.confidence(0.5)).isEqualTo(12.5 / 13.5, within(1e-12));
        assertThat(ShiftRule.STANDARD.confidence(1)).isEqualTo(1);
    }

    @Test
    void keepsWhatItToldByAMilderRule() {
        assertThat(ShiftRule.STANDARD.tells(0.2)).isFalse();
        assertThat(ShiftRule.STANDARD.forKeeping().tells(0.2)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0,0.1,0.9", "0.1,0,0.9", "0.1,0.1,0", "0.1,0.1,1", "NaN,0.1,0.9"})
    void refusesWhatIsNoRule(double changes, double alarms, double dropped) {
        assertThatThrownBy(() -> new ShiftRule(changes, alarms, dropped, Duration.ofDays(45)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
