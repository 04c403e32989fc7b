package org.supplierscope.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.ExampleInsight;

class InsightDocumentTest {

    @Test
    void givesTheInsightBack() {
        Insight insight = ExampleInsight.of(1)
                .title("大立光 <b>narrows</b> & \"deepens\"")
                .text("One.\n\nTwo \ud83d\ude00.")
                .supplier("largan-precision", "Largan Precision", Stance.MIXED, "One.")
                .supplier("hoya", "Hoya", Stance.NONE)
                .group("some makers", Stance.BREADTH, "Two.")
                .onlyNamed("tokai-optical", "Tokai Optical", Stance.NONE)
                .theme("lidar", "Lidar")
                .copyOf(ExampleInsight.id(2))
                .make();

        assertThat(InsightDocument.insight(InsightDocument.of(insight))).isEqualTo(insight);
    }

    @Test
    void takesAnArticleOfWhichLittleIsKnown() {
        Insight insight = ExampleInsight.of(1).published(null).language(null).make();

        var document = InsightDocument.of(insight);

        assertThat(document.getFields(Schema.LANGUAGE)).isEmpty();
        assertThat(document.getField(Schema.PUBLISHED).numericValue())
                .isEqualTo(insight.article().seen().toEpochMilli());
        assertThat(InsightDocument.insight(document)).isEqualTo(insight);
    }
}
