package org.supplierscope.deploy.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.supplierscope.ingest.published.IngestTopics;

/// Reads what is committed on a topic at this moment, as bytes and without a group: whoever works
/// on it is not disturbed.
public final class TopicScan {

    private static final Duration POLL = Duration.ofMillis(500);
    /// A broker that brings nothing for so long, although it has told that there is more, does
    /// not work.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private TopicScan() {}

    /// Reads every record of every partition, those of one partition in their order.
    ///
    /// @throws IOException when the broker fails or has no such topic
    public static void read(String bootstrapServers, String topic, Consumer<ConsumerRecord<byte[], byte[]>> taker)
            throws IOException {
        read(bootstrapServers, topic, _ -> 0, taker);
    }

    /// The same from an offset of each partition on; [Long#MAX_VALUE] leaves a partition out.
    ///
    /// @throws IOException when the broker fails or has no such topic
    public static void read(
            String bootstrapServers,
            String topic,
            ToLongFunction<Integer> from,
            Consumer<ConsumerRecord<byte[], byte[]>> taker)
            throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, IngestTopics.MAX_RECORD_BYTES);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .filter(partition -> from.applyAsLong(partition.partition()) < Long.MAX_VALUE)
                    .toList();
            if (partitions.isEmpty()) {
                return;
            }
            consumer.assign(partitions);
            consumer.beginningOffsets(partitions)
                    .forEach((partition, first) ->
                            consumer.seek(partition, Math.max(first, from.applyAsLong(partition.partition()))));
            toEnd(consumer, partitions, taker);
        } catch (KafkaException e) {
            throw new IOException("the broker failed while topic " + topic + " was read: " + e.getMessage(), e);
        }
    }

    private static void toEnd(
            KafkaConsumer<byte[], byte[]> consumer,
            List<TopicPartition> partitions,
            Consumer<ConsumerRecord<byte[], byte[]>> taker)
            throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long moved = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    taker.accept(record);
                }
            }
            if (!records.isEmpty()) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new IOException("the broker has brought nothing for " + PATIENCE.toSeconds() + " seconds");
            }
        }
    }
}
