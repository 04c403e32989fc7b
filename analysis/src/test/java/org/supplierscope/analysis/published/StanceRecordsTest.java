package org.supplierscope.analysis.published;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StanceRecordsTest {

    private static final List<Evidence> EVIDENCE =
            List.of(new Evidence("It adds three lines.", Stance.BREADTH, "adds three lines"));

    private static SupplierStance supplier(Stance stance, double score, double confidence, List<Evidence> evidence) {
        return new SupplierStance("hoya", "Hoya", stance, score, confidence, evidence);
    }

    @ParameterizedTest
    @EnumSource(
            value = Stance.class,
            names = {"PRECISION", "BREADTH", "MIXED"})
    void refusesAStanceWithoutItsSentence(Stance stance) {
        assertThatThrownBy(() -> supplier(stance, 0, 0.5, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GroupStance("lens makers", stance, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lens makers");
    }

    @Test
    void refusesASentenceWithoutAStance() {
        assertThatThrownBy(() -> supplier(Stance.NONE, 0, 0.5, EVIDENCE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GroupStance("lens makers", Stance.NONE, EVIDENCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.0001, 1.0001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAScoreOutOfRange(double score) {
        assertThatThrownBy(() -> supplier(Stance.BREADTH, score, 0.5, EVIDENCE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("score");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0001, 1.0001, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAConfidenceOutOfRange(double confidence) {
        assertThatThrownBy(() -> supplier(Stance.BREADTH, 0, confidence, EVIDENCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheEndsOfBothRanges() {
        assertThatCode(() -> {
                    supplier(Stance.BREADTH, -1, 0, EVIDENCE);
                    supplier(Stance.PRECISION, 1, 1, EVIDENCE);
                    supplier(Stance.NONE, 0, 1, List.of());
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(
            value = Stance.class,
            names = {"MIXED", "NONE"})
    void refusesASentenceThatPointsToNeitherSide(Stance side) {
        assertThatThrownBy(() -> new Evidence("It waits.", side, "waits")).isInstanceOf(IllegalArgumentException.class);
    }
}
