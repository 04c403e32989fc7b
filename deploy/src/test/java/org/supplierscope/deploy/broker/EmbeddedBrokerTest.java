package org.supplierscope.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.ingest.published.IngestTopics;

class EmbeddedBrokerTest {

    @TempDir
    private Path temp;

    @Test
    void carriesThePageOfAlmostEightMebibytesAndKeepsItOverARestart() throws Exception {
        byte[] page = new byte[(int) (7.9 * 1024 * 1024)];
        new java.util.Random(7).nextBytes(page);
        TopicSetup.Existing before;
        try (var broker = EmbeddedBroker.start(temp);
                var topics = new TopicSetup(broker.bootstrapServers())) {
            topics.ensure(IngestTopics.ALL, 2);
            topics.ensure(IngestTopics.ALL, 5);
            before = topics.describe(IngestTopics.PAGES);
            send(broker, page);
        }

        try (var broker = EmbeddedBroker.start(temp);
                var topics = new TopicSetup(broker.bootstrapServers())) {
            assertThat(topics.describe(IngestTopics.PAGES)).isEqualTo(before);
            assertThat(before.partitions()).isEqualTo(2);
            assertThat(read(broker, before.partitions())).singleElement().isEqualTo(page);
        }
    }

    private static void send(EmbeddedBroker broker, byte[] page) throws Exception {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                IngestTopics.MAX_RECORD_BYTES);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(IngestTopics.PAGES.name(), "https://site.example/", page))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<byte[]> read(EmbeddedBroker broker, int partitions) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                IngestTopics.MAX_RECORD_BYTES);
        List<byte[]> read = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(IngestTopics.PAGES.name(), partition));
            }
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var ends = consumer.endOffsets(all);
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < until
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    read.add(record.value());
                }
            }
        }
        return read;
    }
}
