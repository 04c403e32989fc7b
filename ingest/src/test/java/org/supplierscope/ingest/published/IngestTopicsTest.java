package org.supplierscope.ingest.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class IngestTopicsTest {

    @Test
    void admitTheLargestRecordEverywhere() {
        assertThat(IngestTopics.ALL)
                .hasSize(7)
                .allSatisfy(topic -> assertThat(topic.newTopic(2).configs())
                        .containsEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "9437184"));
    }

    @Test
    void keepArticlesAndSourcesForEverAndPagesForAWhile() {
        assertThat(IngestTopics.ARTICLES.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(IngestTopics.SOURCES.settings()).containsEntry("cleanup.policy", "compact");
        assertThat(IngestTopics.PAGES.settings()).containsEntry("retention.ms", "1209600000");
        assertThat(IngestTopics.PAGES_DEAD.settings()).containsEntry("retention.ms", "7776000000");
    }

    @Test
    void needAPartition() {
        assertThatThrownBy(() -> IngestTopics.PAGES.newTopic(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pages.v1");
    }
}
