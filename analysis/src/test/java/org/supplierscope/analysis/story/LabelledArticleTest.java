package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledArticleTest {

    @Test
    void readsArticlesOfEventsOfFamilies() throws IOException {
        List<LabelledArticle> articles =
                LabelledArticle.read("rain.txt", """
                === weather
                == rain
                # en 2026-03-05
                It rains
                It rained in the valley.
                It rained on the hill.

                # zh-Hant 2026-03-06
                下雨
                山上下雨。
                """.lines().toList());

        assertThat(articles)
                .containsExactly(
                        new LabelledArticle(
                                "weather",
                                "rain",
                                "en",
                                LocalDate.of(2026, 3, 5),
                                "It rains",
                                "It rained in the valley.\nIt rained on the hill."),
                        new LabelledArticle("weather", "rain", "zh-Hant", LocalDate.of(2026, 3, 6), "下雨", "山上下雨。"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It rains",
                "# en 2026-03-05\nIt rains",
                "=== weather\n# en 2026-03-05\nIt rains",
                "=== weather\n== rain\n# en yesterday\nIt rains",
                "=== weather\n== rain\n# en\nIt rains",
                "=== weather\n== rain\n# en 2026-03-05\nIt rains\n\nIt rains again"
            })
    void namesTheLineThatHasNotItsForm(String text) {
        assertThatThrownBy(() -> LabelledArticle.read("rain.txt", text.lines().toList()))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("rain\\.txt:\\d: .*# LANGUAGE YYYY-MM-DD.*");
    }
}
