package org.supplierscope.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.search.ExampleStrategy;
import org.supplierscope.search.index.ShiftBoard.Filter;

class ShiftBoardTest {

    private static final TopicPartition PARTITION = new TopicPartition(AnalysisTopics.SHIFTS.name(), 0);

    private final StrategyShift whole = ExampleStrategy.shift("birch", null, "2019-11-02");
    private final StrategyShift optics = ExampleStrategy.shift("birch", "optics", "2020-03-01");
    private final StrategyShift other = ExampleStrategy.shift("hoya", "optics", "2019-12-24");
    private final StrategyShift wrong = ExampleStrategy.shift("hoya", null, "2021-01-01");

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final ShiftBoard board;
    private long offset;

    ShiftBoardTest() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        board = new ShiftBoard(consumer);
    }

    private void add(StrategyShift shift) {
        byte[] value = AnalysisTopics.SHIFTS.value().serializer().serialize("", shift);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset++, shift.id(), value));
    }

    private List<StrategyShift> find(Filter filter) {
        return board.find(filter);
    }

    @BeforeEach
    void readsAll() {
        consumer.schedulePollTask(() -> {
            add(whole);
            add(wrong);
            add(wrong.revokedFor("an article was corrected"));
            add(optics.revokedFor("an article was deleted"));
            add(optics);
            add(other);
        });
        board.start();
        Awaiting.until(
                "the last", () -> find(new Filter(null, null, null, true)).contains(other));
    }

    @AfterEach
    void close() {
        board.close();
    }

    @Test
    void findsWhatHoldsTheOneDetectedLastFirst() {
        assertThat(find(new Filter(null, null, null, false))).containsExactly(optics, other, whole);
    }

    @Test
    void findsWhatWasTakenBackWhenAskedTo() {
        List<StrategyShift> all = find(new Filter(null, null, null, true));

        assertThat(all).hasSize(4);
        assertThat(all.getFirst()).isEqualTo(wrong.revokedFor("an article was corrected"));
    }

    @Test
    void findsBySupplierThemeAndTimeOfDetection() {
        assertThat(find(new Filter("birch", null, null, false))).containsExactly(optics, whole);
        assertThat(find(new Filter(null, "optics", null, false))).containsExactly(optics, other);
        assertThat(find(new Filter("hoya", "optics", null, false))).containsExactly(other);
        assertThat(find(new Filter(null, null, other.detected(), false))).containsExactly(optics, other);
        assertThat(find(new Filter(null, null, Instant.MAX, true))).isEmpty();
    }
}
