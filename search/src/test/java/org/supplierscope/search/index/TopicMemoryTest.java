package org.supplierscope.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.StrategyTimeline;

class TopicMemoryTest {

    private static final TopicPartition PARTITION = new TopicPartition(AnalysisTopics.STRATEGIES.name(), 0);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private long offset;

    TopicMemoryTest() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    private static StrategyTimeline timeline(String supplier, String model) {
        return new StrategyTimeline(supplier, supplier, null, List.of(), List.of(), model);
    }

    private void add(@Nullable String key, byte @Nullable [] value) {
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, key, value));
    }

    private void add(StrategyTimeline timeline) {
        add(timeline.supplier(), AnalysisTopics.STRATEGIES.value().serializer().serialize("", timeline));
    }

    private List<StrategyTimeline> readTo(String last, int most) {
        try (var memory = new TopicMemory<>("test", AnalysisTopics.STRATEGIES, most, consumer)) {
            memory.start();
            Awaiting.until(
                    "the last",
                    () -> memory.all().stream().anyMatch(t -> t.supplier().equals(last)));
            return memory.all();
        }
    }

    @Test
    void keepsTheLatestOfEachKeyUntilItsTombstone() {
        consumer.schedulePollTask(() -> {
            add(timeline("hoya", "old"));
            add(timeline("gone", "old"));
            add(timeline("hoya", "new"));
            add("gone", null);
            add("never there", null);
            add(timeline("last", "old"));
        });

        List<StrategyTimeline> kept = readTo("last", 9);

        assertThat(kept).containsExactly(timeline("hoya", "new"), timeline("last", "old"));
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void forgetsWhatWasNotToldOfForLongest() {
        consumer.schedulePollTask(() -> {
            add(timeline("a", "1"));
            add(timeline("b", "1"));
            add(timeline("a", "2"));
            add(timeline("c", "1"));
            add(timeline("last", "1"));
        });

        List<StrategyTimeline> kept = readTo("last", 2);

        assertThat(kept).containsExactly(timeline("c", "1"), timeline("last", "1"));
    }

    @Test
    void goesOnAfterWhatItCannotRead() {
        consumer.schedulePollTask(() -> {
            add(timeline("hoya", "1"));
            add("hoya", "{\"supplier\":\"hoya\",\"months\":[null]}".getBytes(UTF_8));
            add("hoya", new byte[] {1, 2});
            add(null, "{}".getBytes(UTF_8));
            add(null, null);
            add(timeline("last", "1"));
        });

        List<StrategyTimeline> kept = readTo("last", 9);

        assertThat(kept).containsExactly(timeline("hoya", "1"), timeline("last", "1"));
    }
}
