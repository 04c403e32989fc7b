package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.TimelineMonth;
import org.supplierscope.search.ExampleStrategy;

class CourseTest {

    private static TimelineMonth month(double low, double balance, double high) {
        return ExampleStrategy.month("2026-03", balance, low, high, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.55, 0.8, 0.95, PRECISION, clearly precision",
        "0.01, 0.4, 0.9, PRECISION, more precision than breadth",
        "-0.95, -0.8, -0.5, BREADTH, clearly breadth",
        "-0.9, -0.4, -0.01, BREADTH, more breadth than precision",
        "-0.5, 0, 0.5, MIXED, 'both, neither prevails'",
        "-0.1, 0.19, 0.5, MIXED, 'both, neither prevails'",
        "-0.1, 0.3, 0.5, NONE, 'precision is likelier, but it may be either'",
        "-0.51, 0, 0.5, NONE, may be either",
        "-0.05, 0.6, 0.98, NONE, 'precision is likelier, but it may be either'",
        "-0.9, -0.2, 0.6, NONE, 'breadth is likelier, but it may be either'",
        "-0.9, -0.19, 0.6, NONE, may be either",
        "-0.9, 0, 0.9, NONE, may be either"
    })
    void namesASideOnlyWhereTheWholeIntervalLiesOnIt(
            double low, double balance, double high, Stance stance, String words) {
        Course course = Course.of(month(low, balance, high));

        assertThat(course.stance()).isEqualTo(stance);
        assertThat(course.words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.4, 0.9, Precision",
        "-0.5, 0, 0.5, Mixed",
        "-0.05, 0.6, 0.98, Leans to precision",
        "-0.9, -0.2, 0.6, Leans to breadth",
        "-0.9, 0, 0.9, Too few stories to say"
    })
    void saysWhichWayACourseLeansThatItDoesNotName(double low, double balance, double high, String label) {
        assertThat(Course.of(month(low, balance, high)).label()).isEqualTo(label);
    }

    @Test
    void tellsBalanceAndIntervalInFigures() {
        assertThat(Course.of(month(-0.333, 0.623, 0.9)).figures()).isEqualTo("+0.62 (−0.33 to +0.90)");
        assertThat(Course.of(month(-0.004, -0.001, 0.004)).figures()).isEqualTo("0.00 (0.00 to 0.00)");
    }

    @Test
    void drawsTheIntervalOnAScaleOfAHundred() {
        Course course = Course.of(month(-1, 0, 0.5));

        assertThat(course.low()).isZero();
        assertThat(course.middle()).isEqualTo(50);
        assertThat(course.width()).isEqualTo(75);
    }
}
