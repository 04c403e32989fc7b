package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.ExampleStrategy;

class StrategyAnswerTest {

    @Test
    void tellsMonthsWithTheirIntervalAndWhichThemesThereAre() {
        var whole = ExampleStrategy.timeline("birch", null, List.of());
        var optics = ExampleStrategy.timeline("birch", "optics", List.of());

        StrategyAnswer answer = StrategyAnswer.of(List.of(whole, optics), whole);

        assertThat(answer.themes()).containsExactly("optics");
        assertThat(answer.theme()).isNull();
        assertThat(answer.months()).hasSameSizeAs(whole.months());
        StrategyAnswer.Month last = answer.months().getLast();
        assertThat(last.course()).isEqualTo(Stance.PRECISION);
        assertThat(last.low()).isEqualTo(0.21);
        assertThat(last.high()).isEqualTo(0.9);
        assertThat(last.stories()).isEqualTo(2);
    }
}
