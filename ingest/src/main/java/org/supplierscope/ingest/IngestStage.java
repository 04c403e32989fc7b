package org.supplierscope.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.supplierscope.ingest.crawl.CrawlSettings;
import org.supplierscope.ingest.crawl.Crawler;
import org.supplierscope.ingest.fetch.AddressGuard;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.SourceLedger;
import org.supplierscope.ingest.publication.Extraction;
import org.supplierscope.ingest.publication.RevisionLedger;
import org.supplierscope.ingest.source.Source;

/// The front door of ingest: crawls the sources, and turns pages into articles.
///
/// The topics of [IngestTopics] must exist and the database must be migrated by `db/ingest` before it is
/// started.
/// Several processes may run it against the same broker and database; they share the work.
public final class IngestStage implements AutoCloseable {

    static final String GROUP = "supplierscope-extraction";

    private final Fetcher fetcher;
    private final KafkaProducer<String, byte[]> pages;
    private final Crawler crawler;
    private final Extraction extraction;

    /// @param crawl pace of the crawl
    /// @param fetch how the web is asked
    /// @param opened `host:port` pairs that may be asked although they are not on the public internet
    /// @param sources which sites to read
    /// @param database where frontier, sources and revisions are kept
    /// @param exclusive whether no other process can be using the database, so that leases found in it are
    /// left-overs
    /// @param kafka the broker
    /// @param backfillPerSecond how many pages of archives are extracted in a second at most
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
            Clock clock) {
        // A turn may fetch robots.txt with its redirects before it is given back.
        var frontier = new Frontier(database, clock, fetch.deadline().multipliedBy(7));
        if (exclusive) {
            frontier.freeAll();
        }
        frontier.list(sources);
        var ledger = new SourceLedger(database, clock);
        this.fetcher = new Fetcher(fetch, new AddressGuard(opened));
        this.pages = new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
        var sink = new KafkaPageSink(pages);
        ledger.all().forEach(sink::tell);
        this.crawler = new Crawler(crawl, fetcher, frontier, ledger, sink, clock);
        this.extraction = extraction(kafka, new RevisionLedger(database), backfillPerSecond);
    }

    private static Extraction extraction(KafkaConnection kafka, RevisionLedger revisions, int backfillPerSecond) {
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
                backfillPerSecond);
    }

    /// Starts crawling and extracting.
    public void start() {
        extraction.start();
        crawler.start();
    }

    /// Stops: requests under way are finished, the batch under way is published or left for the next start.
    @Override
    public void close() throws java.io.IOException {
        crawler.close();
        pages.close(Duration.ofSeconds(5));
        extraction.close();
        fetcher.close();
    }
}
