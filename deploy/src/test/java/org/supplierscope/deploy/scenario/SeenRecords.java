package org.supplierscope.deploy.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Notes when each key of a topic with one partition is seen first by a reader of committed
/// records.
final class SeenRecords implements AutoCloseable {

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread thread;
    private volatile boolean closing;

    SeenRecords(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        consumer.seekToEnd(consumer.assignment());
        consumer.position(new TopicPartition(topic, 0));
        thread = Thread.ofPlatform().start(this::read);
    }

    private void read() {
        while (!closing) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> seen.putIfAbsent(record.key(), System.nanoTime()));
        }
        consumer.close();
    }

    /// When a key was seen, as of [System#nanoTime].
    long await(String key, Duration patience) throws IOException, InterruptedException {
        return Waiting.until(patience, "record " + key, () -> seen.get(key));
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
