package org.supplierscope.ingest.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.IngestTopics;

/// Row K7 of the reliability list: years of old pages wait, and today's go first.
class LiveFirstTest {

    private static final TopicPartition LIVE = new TopicPartition(IngestTopics.PAGES.name(), 0);
    private static final TopicPartition OLD = new TopicPartition(IngestTopics.PAGES_BACKFILL.name(), 0);
    private static final Duration PATIENCE = Duration.ofMillis(5);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private long live;
    private long old;

    @BeforeEach
    void assign() {
        consumer.assign(List.of(LIVE, OLD));
        consumer.updateBeginningOffsets(Map.of(LIVE, 0L, OLD, 0L));
    }

    private void arrive(int livePages, int oldPages) {
        for (int i = 0; i < livePages; i++) {
            consumer.addRecord(new ConsumerRecord<>(LIVE.topic(), 0, live++, "live", new byte[0]));
        }
        for (int i = 0; i < oldPages; i++) {
            consumer.addRecord(new ConsumerRecord<>(OLD.topic(), 0, old++, "old", new byte[0]));
        }
    }

    private static long count(ConsumerRecords<String, byte[]> pages, TopicPartition partition) {
        return pages.records(partition).size();
    }

    @Test
    void takesLivePagesBeforeOldOnes() {
        var turns = new LiveFirst(consumer, 1_000_000);
        arrive(3, 5);

        ConsumerRecords<String, byte[]> first = turns.poll(PATIENCE);
        ConsumerRecords<String, byte[]> second = turns.poll(PATIENCE);

        assertThat(count(first, LIVE)).isEqualTo(3);
        assertThat(count(first, OLD)).isZero();
        assertThat(count(second, OLD)).isEqualTo(5);
    }

    @Test
    void givesOldPagesATurnInTenWhileLiveOnesKeepComing() {
        var turns = new LiveFirst(consumer, 1_000_000);
        arrive(0, 5);
        int liveTurns = 0;

        arrive(1, 0);
        while (count(turns.poll(PATIENCE), OLD) == 0) {
            liveTurns++;
            arrive(1, 0);
            assertThat(liveTurns).isLessThan(20);
        }

        assertThat(liveTurns).isEqualTo(9);
    }

    @Test
    void letsNoMoreOldPagesThroughThanAreSetAndLiveOnesAtAnyTime() {
        var turns = new LiveFirst(consumer, 1);
        arrive(0, 2);
        assertThat(count(turns.poll(PATIENCE), OLD)).isEqualTo(2);

        arrive(0, 1);
        assertThat(turns.poll(PATIENCE)).as("two seconds must pass").isEmpty();
        arrive(1, 0);
        assertThat(count(turns.poll(PATIENCE), LIVE)).isEqualTo(1);
    }

    @Test
    void letsAtLeastOnePageThrough() {
        assertThatThrownBy(() -> new LiveFirst(consumer, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
