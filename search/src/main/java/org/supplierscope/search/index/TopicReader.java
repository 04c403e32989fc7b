package org.supplierscope.search.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.supplierscope.ingest.published.IngestTopics;

/// Opens a topic to be read as a whole by each process for itself: no group, positions kept by the reader.
final class TopicReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TopicReader() {}

    /// A consumer of committed records, all partitions assigned, no position set.
    static Consumer<String, byte[]> open(String bootstrapServers, String topic) {
        return open(bootstrapServers, List.of(topic));
    }

    /// The same for several topics.
    static Consumer<String, byte[]> open(String bootstrapServers, List<String> topics) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, IngestTopics.MAX_RECORD_BYTES);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> partitions(consumer, topic).stream())
                .toList());
        return consumer;
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (var partition : consumer.partitionsFor(topic, PATIENCE)) {
            partitions.add(new TopicPartition(partition.topic(), partition.partition()));
        }
        return partitions;
    }
}
