package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// What `articles.v1` holds, committed records only.
///
/// @param urls the address of each record
/// @param doubled how many records repeat the id and fingerprint of another
record ArticleLog(List<URI> urls, int doubled) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Reads the topic from its beginning to its present end.
    ///
    /// @throws IOException when the end is not reached within two minutes
    static ArticleLog read(String bootstrapServers) throws IOException {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<URI> urls = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        String topic = IngestTopics.ARTICLES.name();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Article article =
                            IngestTopics.ARTICLES.value().deserializer().deserialize(topic, record.value());
                    urls.add(article.url());
                    seen.merge(article.id() + " " + article.fingerprint(), 1, Integer::sum);
                }
                if (System.nanoTime() > until) {
                    throw new IOException("the end of " + topic + " was not reached");
                }
            }
        }
        int doubled = seen.values().stream().mapToInt(count -> count - 1).sum();
        return new ArticleLog(List.copyOf(urls), doubled);
    }
}
