package org.supplierscope.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.search.ExampleStrategy;

class TimelineBoardTest {

    private static final TopicPartition PARTITION = new TopicPartition(AnalysisTopics.STRATEGIES.name(), 0);

    @Test
    void findsTheCoursesOfASupplierThatAsAWholeFirst() {
        var whole = ExampleStrategy.timeline("birch", null, List.of());
        var optics = ExampleStrategy.timeline("birch", "optics", List.of());
        var cars = ExampleStrategy.timeline("birch", "cars", List.of());
        var other = ExampleStrategy.timeline("hoya", null, List.of());
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, "birch|optics", optics));
            consumer.addRecord(record(1, "birch", whole));
            consumer.addRecord(record(2, "birch|cars", cars));
            consumer.addRecord(record(3, "hoya", other));
        });

        try (var board = new TimelineBoard(consumer)) {
            board.start();
            Awaiting.until("the last", () -> !board.of("hoya").isEmpty());

            assertThat(board.of("birch")).containsExactly(whole, cars, optics);
            assertThat(board.of("nobody")).isEmpty();
        }
    }

    private static ConsumerRecord<String, byte[]> record(long offset, String key, StrategyTimeline timeline) {
        byte[] value = AnalysisTopics.STRATEGIES.value().serializer().serialize("", timeline);
        return new ConsumerRecord<>(PARTITION.topic(), 0, offset, key, value);
    }
}
