package org.supplierscope.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.Topic;
import org.supplierscope.search.index.InsightDocument;
import org.supplierscope.search.index.Schema;

/// What was written by any version upstream can be read here.
class GoldenRecordsTest {

    private static <T> List<T> everyVersion(String name, Topic<String, T> topic) throws IOException {
        List<T> records = new ArrayList<>();
        for (int version = 1; true; version++) {
            try (InputStream in =
                    GoldenRecordsTest.class.getResourceAsStream("/golden/" + name + "-v" + version + ".json")) {
                if (in == null) {
                    return records;
                }
                records.add(topic.value().deserializer().deserialize(topic.name(), in.readAllBytes()));
            }
        }
    }

    @Test
    void readsAndIndexesEveryVersionOfInsight() throws IOException {
        var insights = everyVersion("analysis/insight", AnalysisTopics.INSIGHTS);

        assertThat(insights).isNotEmpty().allSatisfy(insight -> {
            var document = InsightDocument.of(insight);
            assertThat(document.get(Schema.ID)).isEqualTo(insight.article().id());
            assertThat(InsightDocument.insight(document)).isEqualTo(insight);
        });
    }

    @Test
    void readsEveryVersionOfSourceStatus() throws IOException {
        var statuses = everyVersion("ingest/source-status", IngestTopics.SOURCES);

        assertThat(statuses).allSatisfy(status -> {
            assertThat(status.id()).isNotBlank();
            assertThat(status.name()).isNotBlank();
            assertThat(status.feed().isAbsolute()).isTrue();
        });
    }

    @Test
    void readsEveryVersionOfShiftTheirRevocationsAndTimelines() throws IOException {
        assertThat(everyVersion("analysis/shift", AnalysisTopics.SHIFTS))
                .isNotEmpty()
                .noneMatch(StrategyShift::revoked);
        assertThat(everyVersion("analysis/shift-revoked", AnalysisTopics.SHIFTS))
                .isNotEmpty()
                .allMatch(StrategyShift::revoked);
        assertThat(everyVersion("analysis/timeline", AnalysisTopics.STRATEGIES))
                .isNotEmpty()
                .allSatisfy(timeline -> assertThat(timeline.months()).isNotEmpty());
    }
}
