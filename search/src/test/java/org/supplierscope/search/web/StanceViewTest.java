package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;

class StanceViewTest {

    private static final Evidence EVIDENCE = new Evidence("It widens.", Stance.BREADTH, "widens");

    @ParameterizedTest
    @CsvSource({"-1, 0", "-0.5, 25", "0, 50", "0.33, 67", "1, 100"})
    void showsTheScoreAsAShareOfTheWayToPrecision(double score, int percent) {
        var told = new SupplierStance("b", "Birch", Stance.MIXED, score, 1, List.of(EVIDENCE));

        assertThat(StanceView.of(told).percent()).isEqualTo(percent);
    }

    @ParameterizedTest
    @CsvSource({"PRECISION, 100, precision, Precision", "BREADTH, 0, breadth, Breadth", "MIXED, 50, mixed, Mixed"})
    void showsAGroupsStance(Stance stance, int percent, String css, String label) {
        StanceView view = StanceView.of(new GroupStance("some makers", stance, List.of(EVIDENCE)));

        assertThat(view.percent()).isEqualTo(percent);
        assertThat(view.stance()).isEqualTo(css);
        assertThat(view.label()).isEqualTo(label);
        assertThat(view.leads()).containsExactly(EVIDENCE);
    }

    @Test
    void hasNoLeadWhereNothingIsTold() {
        assertThat(StanceView.of(new SupplierStance("b", "Birch", Stance.NONE, 0, 1, List.of()))
                        .leads())
                .isEmpty();
    }

    @Test
    void leadsWithTheStrongestSentenceOfEachSide() {
        var narrows = new Evidence("It narrows.", Stance.PRECISION, "narrows");
        var widensAgain = new Evidence("It widens again.", Stance.BREADTH, "widens");

        StanceView view = StanceView.of(
                new SupplierStance("b", "Birch", Stance.MIXED, 0, 1, List.of(EVIDENCE, widensAgain, narrows)));

        assertThat(view.leads()).containsExactly(EVIDENCE, narrows);
    }
}
