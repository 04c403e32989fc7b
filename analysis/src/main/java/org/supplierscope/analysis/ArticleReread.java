package org.supplierscope.analysis;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.ingest.published.IngestTopics;

/// Puts articles up for reading again, as after a change of the catalogue: onto
/// `articles-reread.v1`, for whichever process works on their partition. Their records are as young
/// as their writing, so that news that came in before is read before. Not thread-safe.
public final class ArticleReread implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    /// @param bootstrapServers `host:port`, several joined by commas
    /// @throws IOException when the broker does not answer, or its topics do not fit each other; the
    /// message says what to do
    public ArticleReread(String bootstrapServers) throws IOException {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        IngestTopics.MAX_RECORD_BYTES,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd"),
                new StringSerializer(),
                new ByteArraySerializer());
        try {
            checkPartitions();
        } catch (IOException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /// Those who work on a partition of articles remember the latest revisions of that partition only.
    private void checkPartitions() throws IOException {
        String topic = AnalysisTopics.ARTICLES_REREAD.name();
        try {
            int partitions = producer.partitionsFor(topic).size();
            int articles = producer.partitionsFor(IngestTopics.ARTICLES.name()).size();
            if (partitions != articles) {
                throw new IOException("topic " + topic + " has " + partitions + " partitions and articles.v1 has "
                        + articles + "; they must have as many: delete " + topic
                        + " and start the service, which makes it anew");
            }
        } catch (KafkaException e) {
            throw new IOException(
                    "the broker has no topic " + topic + ": start the service of this version once, which makes it", e);
        }
    }

    /// Puts an article up.
    ///
    /// @param partition that it stands in on `articles.v1`
    /// @param id its key there
    /// @param article its record there
    /// @throws IOException when it, or one before it, cannot be stored
    public void put(int partition, String id, byte[] article) throws IOException {
        try {
            var _ = producer.send(
                    new ProducerRecord<>(AnalysisTopics.ARTICLES_REREAD.name(), partition, id, article),
                    (_, problem) -> {
                        if (problem != null) {
                            failure.compareAndSet(null, problem);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            failure.compareAndSet(null, e);
        }
        check();
    }

    /// Waits until everything is stored.
    ///
    /// @throws IOException when something could not be
    public void flush() throws IOException {
        producer.flush();
        check();
    }

    private void check() throws IOException {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IOException("the broker does not take articles: " + problem.getMessage(), problem);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
    }
}
