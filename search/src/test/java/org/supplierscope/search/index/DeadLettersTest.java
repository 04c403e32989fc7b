package org.supplierscope.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.ingest.published.DeadLetterHead;
import org.supplierscope.search.index.DeadLetters.DeadLetter;

class DeadLettersTest {

    private static final Instant THEN = Instant.parse("2026-03-04T05:06:07Z");
    private static final TopicPartition PARTITION = new TopicPartition(AnalysisTopics.ARTICLES_DEAD.name(), 0);

    private static ConsumerRecord<String, byte[]> record(long offset, Headers headers) {
        return new ConsumerRecord<>(
                PARTITION.topic(),
                0,
                offset,
                THEN.toEpochMilli(),
                TimestampType.CREATE_TIME,
                3,
                40,
                "key",
                new byte[40],
                headers,
                Optional.empty());
    }

    private static ConsumerRecord<String, byte[]> letter(long offset, int size) {
        var headers = new RecordHeaders();
        DeadLetterHead.of("reason " + offset, "analysis", "articles.v1-0@" + offset, size)
                .addTo(headers);
        return record(offset, headers);
    }

    private static MockConsumer<String, byte[]> consumer(long end) {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return consumer;
    }

    @Test
    void readsTheLettersOfEveryStage() {
        assertThat(DeadLetters.TOPICS)
                .containsExactlyInAnyOrder("pages.v1.dead", "source-commands.v1.dead", "articles.v1.dead");
    }

    @Test
    void tellsTheLettersNewestFirstAndWhichWereReplayed() {
        var consumer = consumer(0);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(letter(0, 43));
            consumer.addRecord(letter(1, 20_000_000));
            consumer.addRecord(record(2, new RecordHeaders().add("replayed", "articles.v1.dead-0@0".getBytes(UTF_8))));
        });

        try (var letters = new DeadLetters(consumer)) {
            letters.start();
            Awaiting.until("the mark", () -> letters.all().stream().anyMatch(DeadLetter::replayed));

            assertThat(letters.all())
                    .containsExactly(
                            new DeadLetter(
                                    "articles.v1.dead-0@1",
                                    THEN,
                                    20_000_000,
                                    "analysis",
                                    "articles.v1-0@1",
                                    "reason 1",
                                    false),
                            new DeadLetter(
                                    "articles.v1.dead-0@0", THEN, 43, "analysis", "articles.v1-0@0", "reason 0", true));
        }
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void readsOnlyTheEndOfAFullTopic() {
        var consumer = consumer(5_000);

        try (var letters = new DeadLetters(consumer)) {
            assertThat(letters.all()).isEmpty();
            assertThat(consumer.position(PARTITION)).isEqualTo(4_900);
        }
    }
}
