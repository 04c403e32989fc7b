package org.supplierscope.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceStatus;

class SourceBoardTest {

    private static final TopicPartition PARTITION = new TopicPartition(IngestTopics.SOURCES.name(), 0);

    private static MockConsumer<String, byte[]> topic() {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return consumer;
    }

    private static byte[] status(String name, long articles) {
        var status = new SourceStatus(
                "id", name, null, URI.create("https://news.example/feed"), null, null, null, null, articles, 0, 0);
        return IngestTopics.SOURCES.value().serializer().serialize("", status);
    }

    private static ConsumerRecord<String, byte[]> record(long offset, @Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(PARTITION.topic(), 0, offset, key, value);
    }

    @Test
    void listsTheLatestStateOfEachSourceByName() {
        var consumer = topic();
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, "z", status("zebra", 1)));
            consumer.addRecord(record(1, "a", status("Ant", 1)));
            consumer.addRecord(record(2, "z", status("zebra", 7)));
            consumer.addRecord(record(3, "gone", status("Gone", 1)));
            consumer.addRecord(record(4, "gone", null));
            consumer.addRecord(record(5, "m", status("Mole", 1)));
        });

        try (var board = new SourceBoard(consumer)) {
            board.start();
            Awaiting.until(
                    "the last",
                    () -> board.all().stream().anyMatch(s -> s.name().equals("Mole")));

            assertThat(board.all()).extracting(SourceStatus::name).containsExactly("Ant", "Mole", "zebra");
            assertThat(board.all().getLast().articles()).isEqualTo(7);
        }
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void goesOnAfterWhatItCannotRead() {
        var consumer = topic();
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, "a", "{}".getBytes(UTF_8)));
            consumer.addRecord(record(1, "b", new byte[] {1}));
            consumer.addRecord(record(2, null, status("No key", 1)));
            consumer.addRecord(record(3, null, null));
            consumer.addRecord(record(4, "m", status("Mole", 1)));
        });

        try (var board = new SourceBoard(consumer)) {
            board.start();
            Awaiting.until("the last", () -> !board.all().isEmpty());

            assertThat(board.all()).extracting(SourceStatus::name).containsExactly("Mole");
        }
    }
}
