package org.supplierscope.ingest;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.supplierscope.ingest.archive.KnownSites;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceStatus;

/// Reads what is on a topic at this moment, from its beginning, without a group: whoever works on the topic is
/// not disturbed.
public final class TopicReading {

    private static final Duration POLL = Duration.ofMillis(500);
    /// A broker that brings nothing for so long, although it has told that there is more, does not work.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private TopicReading() {}

    /// Takes records one by one.
    public interface Each {

        /// Takes one.
        ///
        /// @param done records read so far, this one not counted
        /// @param all records that were on the topic when the reading began, about
        void record(ConsumerRecord<String, byte[]> record, long done, long all) throws IOException;
    }

    /// Reads every record of every partition; those of one partition in their order.
    ///
    /// @throws IOException when the broker fails, or taking a record does
    public static void read(KafkaConnection kafka, String topic, Each each) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, IngestTopics.MAX_RECORD_BYTES);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(consumer, partitions, each);
        } catch (KafkaException e) {
            throw new IOException("the broker failed while topic " + topic + " was read: " + e.getMessage(), e);
        }
    }

    private static void read(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, Each each)
            throws IOException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long all = ends.values().stream().mapToLong(Long::longValue).sum()
                - consumer.beginningOffsets(partitions).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        long done = 0;
        long moved = System.nanoTime();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(partition, 0L)) {
                    each.record(record, done++, all);
                }
            }
            if (!records.isEmpty()) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new IOException("the broker has brought nothing for " + PATIENCE.toSeconds() + " seconds");
            }
        }
    }

    /// The sources as they stand on `sources.v1`.
    ///
    /// @throws IOException when the broker fails
    public static List<KnownSites.Site> sources(KafkaConnection kafka) throws IOException {
        Map<String, KnownSites.Site> sources = new HashMap<>();
        read(kafka, IngestTopics.SOURCES.name(), (record, _, _) -> {
            if (record.value() == null) {
                sources.remove(record.key());
                return;
            }
            try {
                SourceStatus status =
                        IngestTopics.SOURCES.value().deserializer().deserialize(record.topic(), record.value());
                sources.put(
                        record.key(), new KnownSites.Site(status.id(), status.name(), status.home(), status.feed()));
            } catch (KafkaException e) {
                // A source that cannot be read is none that a page could belong to.
                sources.remove(record.key());
            }
        });
        return new ArrayList<>(sources.values());
    }
}
