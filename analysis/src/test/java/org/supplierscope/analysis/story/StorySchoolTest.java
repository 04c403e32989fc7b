package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StorySchoolTest {

    private static final Path LABELLED = Path.of("src/training/stories");

    @Test
    void namesTheWeightsByTheTextsAndTheBackgroundThatTheyAreLearnedFrom() throws IOException {
        StoryTexts texts = StoryTexts.of(LABELLED);

        assertThat(texts.name())
                .matches("events-1-[0-9a-f]{8}")
                .isEqualTo(StoryTexts.of(LABELLED).name());
    }

    @Test
    void eachEventIsOfOneFamilyAndOneLanguage() throws IOException {
        StoryTexts texts = StoryTexts.of(LABELLED);

        assertThat(texts.articles()).hasSizeGreaterThan(300);
        assertThat(texts.articles().stream()
                        .collect(Collectors.groupingBy(
                                LabelledArticle::event,
                                Collectors.mapping(each -> each.family() + " " + each.language(), Collectors.toSet()))))
                .allSatisfy((event, families) -> assertThat(families).as(event).hasSize(1));
    }

    @Test
    void learnsTheSameWeightsEachTimeAndExaminesThemOnFamiliesThatWereLeftOut() throws IOException {
        List<LabelledArticle> some =
                StoryTexts.of(LABELLED).articles().stream().limit(60).toList();
        var school = new StorySchool();

        StorySchool.Taught taught = school.teach("some", some, 2);

        assertThat(school.learn("some", some).lines())
                .isEqualTo(taught.weights().lines());
        assertThat(taught.exams())
                .containsOnlyKeys("all with days", "all without days", "en with days", "en without days");
        assertThat(taught.exams().get("all with days")).endsWith("articles 60");
    }

    @Test
    void weightsAreReadAsTheyWereWrittenAndNothingElseIs() {
        EventWeights shipped = EventWeights.shipped();
        List<String> lines = shipped.lines();

        assertThat(EventWeights.of(lines).weights()).containsExactly(shipped.weights());
        assertThatThrownBy(() -> EventWeights.of(lines.subList(0, 5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EventWeights.of(lines.reversed())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void marksPrecisionAndRecallOfEachArticleAndTakesTheirMeans() {
        BCubed mark = BCubed.of(List.of("x", "x", "x", "y"), List.of("1", "1", "2", "2"));

        // Precision 1, 1, ½, ½; recall ⅔, ⅔, ⅓, 1.
        assertThat(mark.precision()).isEqualTo(0.75);
        assertThat(mark.recall()).isEqualTo((2 / 3.0 + 2 / 3.0 + 1 / 3.0 + 1) / 4);
        assertThat(mark).hasToString("precision 0.750 recall 0.667 F1 0.706");
    }
}
