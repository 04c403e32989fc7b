package org.supplierscope.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.archive.PageImport;
import org.supplierscope.ingest.published.IngestTopics;

/// Pages of the past to `pages-backfill.v1`, no faster than they are extracted: at most [#MOST_UNREAD] wait
/// there, so that none is deleted by age or size before it is read, and no disk fills up. Not thread-safe.
public final class PageBackfill implements PageImport.Sink, AutoCloseable {

    /// So many pages, each of the largest kind, fit the topic's size limit.
    static final int MOST_UNREAD = 500;

    private static final int BETWEEN_CHECKS = 100;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long PATIENCE_SECONDS = 30;

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;
    private final LongConsumer waiting;
    private final List<TopicPartition> partitions;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private int unchecked;

    /// Pages that could not be stored. The message says why.
    public static final class NotStoredException extends IOException {
        private static final long serialVersionUID = 1L;

        NotStoredException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// @param waiting told how many pages wait to be read, again and again while that holds up the writing
    /// @throws IOException when the broker does not answer or has no such topic
    public PageBackfill(KafkaConnection kafka, LongConsumer waiting) throws IOException {
        this.waiting = waiting;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
        try {
            this.partitions = partitions();
        } catch (IOException e) {
            admin.close(Duration.ZERO);
            throw e;
        }
        this.producer = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    }

    private List<TopicPartition> partitions() throws IOException {
        String topic = IngestTopics.PAGES_BACKFILL.name();
        TopicDescription description = answer(() -> Objects.requireNonNull(admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .get(topic)));
        return description.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /// The cluster that the pages go to.
    ///
    /// @throws IOException when the broker does not answer
    public String clusterId() throws IOException {
        return answer(() -> admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void store(CapturedPage page) throws IOException {
        copy(page.response().url().toString(), page.toWarc());
    }

    /// Hands on a page as it stands on `pages.v1`.
    ///
    /// @param key its address
    /// @param warc its record
    /// @throws IOException when it, or one before it, cannot be stored
    public void copy(String key, byte[] warc) throws IOException {
        if (unchecked >= BETWEEN_CHECKS) {
            flush();
            awaitReaders();
            unchecked = 0;
        }
        unchecked++;
        try {
            // The record's time is that of its writing, else the topic would drop old news at once.
            var _ = producer.send(new ProducerRecord<>(IngestTopics.PAGES_BACKFILL.name(), key, warc), (_, problem) -> {
                if (problem != null) {
                    failure.compareAndSet(null, problem);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            failure.compareAndSet(null, e);
        }
        check();
    }

    @Override
    public void flush() throws IOException {
        producer.flush();
        check();
    }

    private void check() throws NotStoredException {
        Exception problem = failure.get();
        if (problem != null) {
            throw new NotStoredException("the broker does not take pages: " + problem.getMessage(), problem);
        }
    }

    private void awaitReaders() throws IOException {
        long unread = unread();
        while (unread > MOST_UNREAD - BETWEEN_CHECKS) {
            waiting.accept(unread);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("stopped while waiting for the ingest role");
            }
            unread = unread();
        }
    }

    /// How many pages on the topic have not been extracted yet.
    ///
    /// @throws IOException when the broker does not answer
    public long unread() throws IOException {
        Map<TopicPartition, OffsetAndMetadata> read = answer(() -> admin.listConsumerGroupOffsets(IngestStage.GROUP)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        Map<TopicPartition, ListOffsetsResultInfo> first = offsets(OffsetSpec.earliest());
        Map<TopicPartition, ListOffsetsResultInfo> last = offsets(OffsetSpec.latest());
        long unread = 0;
        for (TopicPartition partition : partitions) {
            ListOffsetsResultInfo beginning = first.get(partition);
            ListOffsetsResultInfo end = last.get(partition);
            OffsetAndMetadata position = read.get(partition);
            if (beginning != null && end != null) {
                unread += end.offset() - Math.max(beginning.offset(), position == null ? 0 : position.offset());
            }
        }
        return unread;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(OffsetSpec spec) throws IOException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        return answer(() -> admin.listOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    private interface Question<T> {
        T ask() throws ExecutionException, TimeoutException, InterruptedException;
    }

    private static <T> T answer(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new NotStoredException(
                        "the broker has no topic " + IngestTopics.PAGES_BACKFILL.name()
                                + ": start the service of this version once, which makes it",
                        e);
            }
            throw new NotStoredException("the broker does not answer: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new NotStoredException("the broker does not answer within " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while asking the broker");
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
        admin.close(Duration.ofSeconds(5));
    }
}
