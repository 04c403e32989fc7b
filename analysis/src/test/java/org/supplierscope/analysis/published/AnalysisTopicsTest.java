package org.supplierscope.analysis.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.Topic;

class AnalysisTopicsTest {

    @Test
    void keepsEveryInsightForEver() {
        assertThat(AnalysisTopics.INSIGHTS.name()).isEqualTo("insights.v1");
        assertThat(AnalysisTopics.INSIGHTS.settings())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    @Test
    void keepsTheLatestOfEveryShiftAndTimelineForEver() {
        assertThat(AnalysisTopics.SHIFTS.name()).isEqualTo("shifts.v1");
        assertThat(AnalysisTopics.STRATEGIES.name()).isEqualTo("strategies.v1");
        assertThat(List.of(AnalysisTopics.SHIFTS, AnalysisTopics.STRATEGIES))
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    @Test
    void keepsDeadLettersForNinetyDays() {
        assertThat(AnalysisTopics.ARTICLES_DEAD.name()).isEqualTo(IngestTopics.ARTICLES.name() + ".dead");
        assertThat(AnalysisTopics.ARTICLES_DEAD.settings())
                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, "7776000000")
                .doesNotContainKey(TopicConfig.CLEANUP_POLICY_CONFIG);
    }

    @Test
    void admitsTheLargestRecordOnEveryTopic() {
        List<Topic<?, ?>> topics = AnalysisTopics.ALL;

        assertThat(topics).hasSize(4);
        assertThat(topics)
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry(
                                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(IngestTopics.MAX_RECORD_BYTES)));
    }
}
