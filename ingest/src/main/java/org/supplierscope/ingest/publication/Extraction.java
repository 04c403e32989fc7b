package org.supplierscope.ingest.publication;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.supplierscope.ingest.deadletter.DeadLetter;
import org.supplierscope.ingest.frontier.FrontierException;
import org.supplierscope.ingest.publication.ArticleComposer.Composition;
import org.supplierscope.ingest.publication.RevisionLedger.Claim;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.PageVerdict;

/// Reads pages, writes articles: each batch in one Kafka transaction with the position reached, so that a
/// crash at any
/// point neither loses an article nor writes one twice.
///
/// Live pages go before those of archives, see [LiveFirst]. Both are read by this one loop, and the same
/// address lies in partitions of the same number, which Kafka gives to the same loop: so no two captures of a
/// page are at work at the same time.
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

    /// A text of two-byte characters or of quotes is twice its page as JSON. The rest of a record is left to
    /// headers.
    private static final int LARGEST_ARTICLE = IngestTopics.MAX_RECORD_BYTES - 64 * 1024;

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final Producer<String, byte[]> producer;
    private final RevisionLedger ledger;
    private final String group;
    private final Function<byte[], Composition> composer;
    private final Consumer<Article> found;
    private final Duration deadline;
    private final int backfillPerSecond;
    // A thread for each page, so that one that never ends takes nothing from the pages behind it but a core.
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("extract-", 0).factory());
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    /// @param consumer of a group, without automatic commits; closed by this object
    /// @param producer with a transactional id; closed by this object
    /// @param ledger which revisions there are
    /// @param group the consumer's group; part of every claim, so that another reading of the same pages is
    /// told apart
    /// @param backfillPerSecond how many pages of archives are read in a second at most, at least 1
    /// @param found is told of every article that is read out of a page, also one whose content is published
    /// already, and more than once after a failure; its [FrontierException] makes the batch be tried again
    public Extraction(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            RevisionLedger ledger,
            String group,
            int backfillPerSecond,
            Consumer<Article> found) {
        this(consumer, producer, ledger, group, new ArticleComposer()::compose, DEADLINE, backfillPerSecond, found);
    }

    Extraction(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Producer<String, byte[]> producer,
            RevisionLedger ledger,
            String group,
            Function<byte[], Composition> composer,
            Duration deadline,
            int backfillPerSecond,
            Consumer<Article> found) {
        this.consumer = consumer;
        this.producer = producer;
        this.ledger = ledger;
        this.group = group;
        this.composer = composer;
        this.deadline = deadline;
        this.backfillPerSecond = backfillPerSecond;
        this.found = found;
    }

    /// Starts reading.
    public void start() {
        thread = Thread.ofPlatform().name("extraction").start(this::run);
    }

    /// Whether it reads.
    public boolean running() {
        Thread running = thread;
        return running != null && running.isAlive();
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
            join();
            consumer.subscribe(List.of(IngestTopics.PAGES.name(), IngestTopics.PAGES_BACKFILL.name()));
            var turns = new LiveFirst(consumer, backfillPerSecond);
            while (!closing) {
                ConsumerRecords<String, byte[]> pages = turns.poll(POLL);
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

    /// A broker that is not up yet is waited for.
    private void join() {
        while (!closing) {
            try {
                producer.initTransactions();
                return;
            } catch (org.apache.kafka.common.errors.TimeoutException e) {
                LOG.warn("Extraction waits for the broker: {}", e.getMessage());
            }
        }
    }

    private void publish(ConsumerRecords<String, byte[]> pages) throws InterruptedException {
        List<Extracted> batch = extracted(pages);
        boolean open = false;
        try {
            List<ProducerRecord<String, byte[]>> results = new ArrayList<>();
            for (Extracted extracted : batch) {
                ProducerRecord<String, byte[]> result = result(extracted);
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
    private record Extracting(ConsumerRecord<String, byte[]> page, Future<Composition> work) {}

    /// A page and what came of it.
    private record Extracted(ConsumerRecord<String, byte[]> page, Composition composition) {}

    /// As many at a time as there are cores; none waits in a queue, so each has its whole deadline.
    private List<Extracted> extracted(ConsumerRecords<String, byte[]> pages) throws InterruptedException {
        int parallel = Math.max(2, Runtime.getRuntime().availableProcessors());
        Deque<Extracting> underWay = new ArrayDeque<>();
        List<Extracted> extracted = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> page : pages) {
            if (underWay.size() == parallel) {
                extracted.add(finished(underWay.remove()));
            }
            underWay.add(new Extracting(page, workers.submit(() -> composer.apply(page.value()))));
        }
        while (!underWay.isEmpty()) {
            extracted.add(finished(underWay.remove()));
        }
        return extracted;
    }

    /// The record to write for a page, or null when its content has been published before.
    private @Nullable ProducerRecord<String, byte[]> result(Extracted extracted) {
        return switch (extracted.composition()) {
            case Composition.Composed(Article article) -> {
                found.accept(article);
                ConsumerRecord<String, byte[]> page = extracted.page();
                String claimant = group + " " + page.topic() + "-" + page.partition() + "@" + page.offset();
                Claim claim = standsInPlace(article)
                        ? ledger.claimFirst(article.id(), article.fingerprint(), claimant, article.seen())
                        : ledger.claim(article.id(), article.fingerprint(), claimant, article.seen());
                yield switch (claim) {
                    case Claim.Granted(int number) -> article(page, article, number);
                    case Claim.Published _ -> null;
                    case Claim.Overtaken _ -> {
                        LOG.info(
                                "An older capture does not replace a newer one articleId={} url={}",
                                article.id(),
                                page.key());
                        yield null;
                    }
                };
            }
            case Composition.NoArticle(String reason) -> dead(extracted.page(), reason);
        };
    }

    /// Whether it is an error or a wall in the place of an article.
    private static boolean standsInPlace(Article article) {
        return article.verdict() == PageVerdict.ERROR_PAGE || article.verdict() == PageVerdict.CONSENT_WALL;
    }

    private Extracted finished(Extracting extracting) throws InterruptedException {
        return new Extracted(extracting.page(), composition(extracting));
    }

    private Composition composition(Extracting extracting) throws InterruptedException {
        try {
            return extracting.work().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("Extraction failed on a page url={}", extracting.page().key(), e.getCause());
            return new Composition.NoArticle("the extractor failed: " + e.getCause());
        } catch (TimeoutException e) {
            extracting.work().cancel(true);
            return new Composition.NoArticle("extraction took longer than " + deadline.toSeconds() + " seconds");
        }
    }

    /// An article that fits no record would fail its whole batch at every try: it is set
    /// aside.
    private static ProducerRecord<String, byte[]> article(
            ConsumerRecord<String, byte[]> page, Article composed, int revision) {
        Article article = composed.withRevision(revision);
        String topic = IngestTopics.ARTICLES.name();
        // That of the page's record, and so the time of its making: a log whose timestamps jump between years,
        // as those of the news and of archives do, rolls a segment at every jump.
        long timestamp = page.timestamp() < 0 ? article.seen().toEpochMilli() : page.timestamp();
        byte[] value = IngestTopics.ARTICLES.value().serializer().serialize(topic, article);
        if (value.length > LARGEST_ARTICLE) {
            return dead(page, "the article is larger than " + LARGEST_ARTICLE + " bytes");
        }
        return new ProducerRecord<>(topic, null, timestamp, article.id(), value);
    }

    private static ProducerRecord<String, byte[]> dead(ConsumerRecord<String, byte[]> page, String reason) {
        LOG.info("A page became no article url={} reason={}", page.key(), reason);
        return DeadLetter.of(IngestTopics.PAGES_DEAD.name(), page, "extraction", reason);
    }

    private static Map<TopicPartition, OffsetAndMetadata> positions(ConsumerRecords<String, byte[]> pages) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> page : pages) {
            positions.put(new TopicPartition(page.topic(), page.partition()), new OffsetAndMetadata(page.offset() + 1));
        }
        return positions;
    }

    private void rewind(List<Extracted> batch) throws InterruptedException {
        Map<TopicPartition, Long> first = new HashMap<>();
        for (Extracted extracted : batch) {
            ConsumerRecord<String, byte[]> page = extracted.page();
            first.merge(new TopicPartition(page.topic(), page.partition()), page.offset(), Math::min);
        }
        Thread.sleep(AFTER_FAILURE);
        first.keySet().retainAll(consumer.assignment());
        first.forEach(consumer::seek);
    }
}
