package org.supplierscope.analysis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;

class ToldStoryTest {

    private static Report report(String article, String date, Stance stance, double confidence) {
        return new Report(
                article,
                "story",
                "source of " + article,
                Reports.day(date),
                Reports.day(date),
                true,
                stance,
                confidence,
                null,
                null);
    }

    @Test
    void happenedWhenItsFirstReportWasPublished() {
        ToldStory story = ToldStory.of(List.of(
                report("b", "2020-02-03", Stance.BREADTH, 0.5), report("a", "2020-02-01", Stance.BREADTH, 0.5)));

        assertThat(story.published()).isEqualTo(Reports.day("2020-02-01"));
        assertThat(story.sources()).containsExactly("source of a", "source of b");
    }

    @Test
    void saysWhatTwoThirdsOfItsConfidenceSay() {
        Report sure = report("a", "2020-02-01", Stance.BREADTH, 0.9);
        Report unsure = report("b", "2020-02-01", Stance.PRECISION, 0.2);
        Report contrary = report("c", "2020-02-01", Stance.PRECISION, 0.9);

        assertThat(ToldStory.of(List.of(sure, unsure)).stance()).isEqualTo(Stance.BREADTH);
        assertThat(ToldStory.of(List.of(sure, contrary)).stance()).isEqualTo(Stance.MIXED);
        assertThat(ToldStory.of(List.of(sure, unsure)).lead()).isEqualTo(sure);
    }

    @Test
    void isTheSameWhateverTheOrderOfItsReports() {
        List<Report> reports = new ArrayList<>(List.of(
                report("a", "2020-02-01", Stance.BREADTH, 0.5),
                report("b", "2020-02-01", Stance.BREADTH, 0.5),
                report("c", "2020-02-01", Stance.MIXED, 0.5)));
        ToldStory story = ToldStory.of(reports);

        Collections.reverse(reports);

        assertThat(ToldStory.of(reports)).isEqualTo(story);
        assertThat(story.lead().article()).isEqualTo("a");
    }

    @Test
    void survivesReportsOfNoConfidence() {
        ToldStory story = ToldStory.of(List.of(report("a", "2020-02-01", Stance.BREADTH, 0)));

        assertThat(story.stance()).isEqualTo(Stance.MIXED);
        assertThat(story.confidence()).isZero();
        assertThat(story.lead().article()).isEqualTo("a");
    }

    @Test
    void refusesAReportThatTellsNoCourse() {
        assertThatThrownBy(() -> report("a", "2020-02-01", Stance.NONE, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
