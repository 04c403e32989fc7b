package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.TimelineMonth;
import org.supplierscope.search.ExampleStrategy;

class CourseRowTest {

    private static final List<TimelineMonth> MONTHS = List.of(
            ExampleStrategy.month("2025-11", -0.3, -0.9, 0.5, 1),
            ExampleStrategy.month("2025-12", 0.5, 0.1, 0.8, 2),
            ExampleStrategy.month("2026-01", 0.45, 0.05, 0.8, 0),
            ExampleStrategy.month("2026-02", 0.6, 0.3, 0.9, 3),
            ExampleStrategy.month("2026-03", 0, -0.4, 0.4, 4));

    @Test
    void tellsARunOfMonthsOfWhichTheSameIsToBeSaidInOneRowAsItStoodAtItsEnd() {
        List<CourseRow> rows = CourseRow.runs(MONTHS);

        assertThat(rows)
                .extracting(row -> row.course().stance())
                .containsExactly(Stance.MIXED, Stance.PRECISION, Stance.NONE);
        assertThat(rows.get(1))
                .isEqualTo(
                        new CourseRow(YearMonth.of(2025, 12), YearMonth.of(2026, 2), 3, Course.of(MONTHS.get(3)), 5));
    }

    @Test
    void tellsEachMonthOnItsOwnNewestFirst() {
        assertThat(CourseRow.months(MONTHS))
                .hasSize(5)
                .allSatisfy(row -> assertThat(row.length()).isOne())
                .extracting(CourseRow::to)
                .startsWith(YearMonth.of(2026, 3));
    }

    @Test
    void hasNoRowsWhereNothingWasTold() {
        assertThat(CourseRow.runs(List.of())).isEmpty();
    }
}
