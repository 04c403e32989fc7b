package org.supplierscope.ingest.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.frontier.FrontierException;
import org.supplierscope.ingest.publication.ArticleComposer.Composition;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// Reads pages, writes articles: each batch in one Kafka transaction with the position reached, so that a
/// crash at any
/// point neither loses an article nor writes one twice.
///
/// Pages are parsed side by side by a pool of workers, each under a deadline; one bad page does not hold its
/// partition.
/// Consumer and producer are used by the one thread of this object only.
public final class Extraction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Extraction.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /// Extraction is linear in the page and takes milliseconds; ten seconds is a page made to be slow.
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    /// How long the stage is left alone after the database or the broker failed.
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final RevisionLedger ledger;
    private final String group;
    private final ArticleComposer composer = new ArticleComposer();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().name("extract-", 0).factory());
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    /// @param consumer of a group, without automatic commits; closed by this object
    /// @param producer with a transactional id; closed by this object
    /// @param ledger which revisions there are
    /// @param group the consumer's group; part of every claim, so that another reading of the same pages is
    /// told apart
    public Extraction(
            Consumer<String, byte[]> consumer, Producer<String, byte[]> producer, RevisionLedger ledger, String group) {
        this.consumer = consumer;
        this.producer = producer;
        this.ledger = ledger;
        this.group = group;
    }

    /// Starts reading.
    public void start() {
        thread = Thread.ofPlatform().name("extraction").start(this::run);
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        Thread running = thread;
        try {
            if (running != null) {
                running.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }

    private void run() {
        try (consumer;
                producer) {
            producer.initTransactions();
            consumer.subscribe(List.of(IngestTopics.PAGES.name()));
            while (!closing) {
                ConsumerRecords<String, byte[]> pages = consumer.poll(POLL);
                if (!pages.isEmpty()) {
                    publish(pages);
                }
            }
        } catch (WakeupException e) {
            LOG.debug("Extraction was asked to stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            LOG.error("Extraction stopped: the broker does not let it go on", e);
        }
    }

    private void publish(ConsumerRecords<String, byte[]> pages) throws InterruptedException {
        List<Extracting> batch = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> page : pages) {
            batch.add(new Extracting(page, workers.submit(() -> composer.compose(page.value()))));
        }
        boolean open = false;
        try {
            List<ProducerRecord<String, byte[]>> results = new ArrayList<>();
            for (Extracting extracting : batch) {
                ProducerRecord<String, byte[]> result = result(extracting);
                if (result != null) {
                    results.add(result);
                }
            }
            producer.beginTransaction();
            open = true;
            for (ProducerRecord<String, byte[]> record : results) {
                // Committing waits for every record and fails when one of them did.
                var _ = producer.send(record);
            }
            producer.sendOffsetsToTransaction(positions(pages), consumer.groupMetadata());
            producer.commitTransaction();
        } catch (FrontierException e) {
            LOG.warn("Extraction tries a batch again: {}", e.getMessage());
            rewind(batch);
        } catch (KafkaException e) {
            LOG.warn("Extraction tries a batch again: {}", e.getMessage());
            if (open) {
                producer.abortTransaction();
            }
            rewind(batch);
        }
    }

    /// A page and the work on it.
    private record Extracting(ConsumerRecord<String, byte[]> page, Future<Composition> composition) {}

    /// The record to write for a page, or null when its content has been published before.
    private @Nullable ProducerRecord<String, byte[]> result(Extracting extracting) throws InterruptedException {
        return switch (composition(extracting)) {
            case Composition.Composed(Article article) -> {
                ConsumerRecord<String, byte[]> page = extracting.page();
                String claimant = group + " " + page.topic() + "-" + page.partition() + "@" + page.offset();
                OptionalInt revision = ledger.claim(article.id(), article.fingerprint(), claimant);
                yield revision.isEmpty() ? null : article(article, revision.getAsInt());
            }
            case Composition.NoArticle(String reason) -> dead(extracting.page(), reason);
        };
    }

    private static Composition composition(Extracting extracting) throws InterruptedException {
        try {
            return extracting.composition().get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("Extraction failed on a page url={}", extracting.page().key(), e.getCause());
            return new Composition.NoArticle("the extractor failed: " + e.getCause());
        } catch (TimeoutException e) {
            extracting.composition().cancel(true);
            return new Composition.NoArticle("extraction took longer than " + DEADLINE.toSeconds() + " seconds");
        }
    }

    private static ProducerRecord<String, byte[]> article(Article composed, int revision) {
        var article = new Article(
                composed.id(),
                revision,
                composed.fingerprint(),
                composed.url(),
                composed.canonicalUrl(),
                composed.sourceId(),
                composed.source(),
                composed.title(),
                composed.byline(),
                composed.published(),
                composed.seen(),
                composed.language(),
                composed.siteName(),
                composed.text());
        String topic = IngestTopics.ARTICLES.name();
        // Not the event time: a log whose timestamps jump between years rolls a segment at every jump.
        long timestamp = article.seen().toEpochMilli();
        byte[] value = IngestTopics.ARTICLES.value().serializer().serialize(topic, article);
        return new ProducerRecord<>(topic, null, timestamp, article.id(), value);
    }

    private static ProducerRecord<String, byte[]> dead(ConsumerRecord<String, byte[]> page, String reason) {
        LOG.info("A page became no article url={} reason={}", page.key(), reason);
        var record = new ProducerRecord<>(IngestTopics.PAGES_DEAD.name(), page.key(), page.value());
        record.headers().add("reason", reason.getBytes(UTF_8));
        record.headers().add("stage", "extraction".getBytes(UTF_8));
        String origin = page.topic() + "-" + page.partition() + "@" + page.offset();
        record.headers().add("origin", origin.getBytes(UTF_8));
        return record;
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(ConsumerRecords<String, byte[]> pages) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> page : pages) {
            positions.put(new TopicPartition(page.topic(), page.partition()), new OffsetAndMetadata(page.offset() + 1));
        }
        return positions;
    }

    private void rewind(List<Extracting> batch) throws InterruptedException {
        Map<TopicPartition, Long> first = new HashMap<>();
        for (Extracting extracting : batch) {
            extracting.composition().cancel(true);
            ConsumerRecord<String, byte[]> page = extracting.page();
            first.merge(new TopicPartition(page.topic(), page.partition()), page.offset(), Math::min);
        }
        Thread.sleep(AFTER_FAILURE);
        first.keySet().retainAll(consumer.assignment());
        first.forEach(consumer::seek);
    }
}
