package org.supplierscope.ingest;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.command.CommandReader;
import org.supplierscope.ingest.crawl.CrawlSettings;
import org.supplierscope.ingest.crawl.Crawler;
import org.supplierscope.ingest.crawl.Ledgers;
import org.supplierscope.ingest.crawl.StatusBoard;
import org.supplierscope.ingest.fetch.AddressGuard;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.frontier.PageDates;
import org.supplierscope.ingest.publication.Extraction;
import org.supplierscope.ingest.publication.RevisionLedger;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.source.Source;
import org.supplierscope.ingest.websub.HubCallback;
import org.supplierscope.ingest.websub.HubSubscriber;

/// The front door of ingest: crawls the sources, and turns pages into articles.
///
/// The topics of [IngestTopics] must exist and the database must be migrated by `db/ingest` before it is
/// started.
/// Several processes may run it against the same broker and database; they share the work.
public final class IngestStage implements AutoCloseable {

    static final String GROUP = "supplierscope-extraction";
    private static final String COMMANDS_GROUP = "supplierscope-source-commands";

    private final Fetcher fetcher;
    private final KafkaProducer<String, byte[]> pages;
    private final Crawler crawler;
    private final Extraction extraction;
    private final StatusBoard board;
    private final CommandReader commands;
    private final HubCallback hubCalls;
    private final @Nullable HubSubscriber hubs;

    /// @param crawl pace of the crawl
    /// @param fetch how the web is asked
    /// @param opened `host:port` pairs that may be asked although they are not on the public internet
    /// @param sources which sites to read
    /// @param database where frontier, sources and revisions are kept
    /// @param exclusive whether no other process can be using the database, so that leases found in it are
    /// left-overs
    /// @param kafka the broker
    /// @param backfillPerSecond how many pages of archives are extracted in a second at most
    /// @param publicAddress where hubs on the internet reach this process, without a slash at the end; null
    /// when they cannot, and every source is polled
    /// @param clock tells what is due
    public IngestStage(
            CrawlSettings crawl,
            FetchSettings fetch,
            Set<String> opened,
            List<Source> sources,
            DataSource database,
            boolean exclusive,
            KafkaConnection kafka,
            int backfillPerSecond,
            @Nullable URI publicAddress,
            Clock clock) {
        var ledgers = Ledgers.in(database, clock, lease(crawl, fetch));
        if (exclusive) {
            ledgers.frontier().freeAll();
        }
        ledgers.register().list(sources);
        this.fetcher = new Fetcher(fetch, new AddressGuard(opened));
        this.pages = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
        var sink = new KafkaPageSink(pages);
        this.board = new StatusBoard(ledgers.sources(), sink);
        board.tellAll();
        this.crawler = new Crawler(crawl, fetcher, ledgers, board, sink, clock);
        this.commands = new CommandReader(
                new KafkaConsumer<>(
                        kafka.consumer(COMMANDS_GROUP), new StringDeserializer(), new ByteArrayDeserializer()),
                pages,
                ledgers.register(),
                board::changed);
        this.hubCalls = new HubCallback(ledgers.hubs(), clock);
        this.hubs = publicAddress == null
                ? null
                : new HubSubscriber(ledgers.hubs(), ledgers.frontier(), fetcher, publicAddress, crawl.pause());
        var dates = new PageDates(database);
        this.extraction = extraction(
                kafka, new RevisionLedger(database), backfillPerSecond, article -> takeDate(article, dates, board));
    }

    /// A turn may fetch robots.txt with all its redirects, each after a pause or a wait for another host.
    private static Duration lease(CrawlSettings crawl, FetchSettings fetch) {
        return Crawler.longestTurn(crawl, fetch.deadline());
    }

    private static void takeDate(Article article, PageDates dates, StatusBoard board) {
        if (article.published() != null && dates.take(article.sourceId(), article.url(), article.eventTime())) {
            board.changed(article.sourceId());
        }
    }

    private static Extraction extraction(
            KafkaConnection kafka, RevisionLedger revisions, int backfillPerSecond, Consumer<Article> found) {
        Map<String, Object> settings = kafka.producer();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP + "-" + kafka.instance());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int)
                Duration.ofSeconds(30).toMillis());
        Map<String, Object> reading = kafka.consumer(GROUP);
        // A live page waits for the batch before it: a second at most.
        reading.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        return new Extraction(
                new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer()),
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                revisions,
                GROUP,
                backfillPerSecond,
                found);
    }

    /// Starts crawling and extracting.
    public void start() {
        extraction.start();
        board.start();
        crawler.start();
        commands.start();
        if (hubs != null) {
            hubs.start();
        }
    }

    /// Answers hubs.
    public HubCallback hubCalls() {
        return hubCalls;
    }

    /// Whether the stage does its work: a part that has stopped for good shows here.
    public StageHealth health() {
        List<String> troubles = new ArrayList<>();
        if (!crawler.running()) {
            troubles.add("the crawl has stopped");
        }
        if (!extraction.running()) {
            troubles.add("extraction has stopped");
        }
        if (!commands.running()) {
            troubles.add("commands to sources are read no more");
        }
        return new StageHealth(troubles);
    }

    /// Stops: requests under way are finished, the batch under way is published or left for the next start.
    @Override
    public void close() throws java.io.IOException {
        if (hubs != null) {
            hubs.close();
        }
        commands.close();
        crawler.close();
        board.close();
        pages.close(Duration.ofSeconds(5));
        extraction.close();
        fetcher.close();
    }
}
