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
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.search.index.SourceRefusals.Refusal;

class SourceRefusalsTest {

    private static final Instant THEN = Instant.parse("2026-03-04T05:06:07Z");
    private static final TopicPartition PARTITION = new TopicPartition(IngestTopics.SOURCE_COMMANDS_DEAD.name(), 0);

    private static ConsumerRecord<String, byte[]> letter(long offset, @Nullable String key, @Nullable String reason) {
        var headers = new RecordHeaders().add("origin", ("source-commands.v1-0@" + (40 + offset)).getBytes(UTF_8));
        if (reason != null) {
            headers.add("reason", reason.getBytes(UTF_8));
        }
        return new ConsumerRecord<>(
                PARTITION.topic(),
                0,
                offset,
                THEN.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                new byte[0],
                headers,
                Optional.empty());
    }

    @Test
    void tellsWhatWasRefusedNewestFirstAndWhichCommandItWas() {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.schedulePollTask(() -> {
            consumer.addRecord(letter(0, "one", "no address"));
            consumer.addRecord(letter(1, null, "of nobody"));
            consumer.addRecord(letter(2, "two", null));
            consumer.addRecord(letter(3, "two", "'one' reads this address already"));
        });

        try (var refusals = new SourceRefusals(consumer)) {
            refusals.start();
            Awaiting.until("both", () -> refusals.all().size() == 2);

            assertThat(refusals.all())
                    .containsExactly(
                            new Refusal("two", "'one' reads this address already", "source-commands.v1-0@43", THEN),
                            new Refusal("one", "no address", "source-commands.v1-0@40", THEN));
        }
        assertThat(consumer.closed()).isTrue();
    }
}
