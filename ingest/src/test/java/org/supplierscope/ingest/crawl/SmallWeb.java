package org.supplierscope.ingest.crawl;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.fetch.AddressGuard;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.ingest.source.PollSchedule;
import org.supplierscope.ingest.source.Source;

/// Sites on loopback, a database in memory, and crawls between them.
abstract class SmallWeb {

    static final Duration PAUSE = Duration.ofMillis(50);
    static final int ATTEMPTS = 3;

    final List<LocalWeb> sites = new ArrayList<>();
    final HeldPages held = new HeldPages();
    final HastyClock clock = new HastyClock();
    final DataSource database = database();
    final Ledgers ledgers = Ledgers.in(database, clock, Duration.ofHours(2));

    /// The time of day, to which hours can be added: so retries come up without being waited for.
    static final class HastyClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nothing here asks for a zone");
        }

        void advance(Duration duration) {
            ahead = ahead.plus(duration);
        }
    }

    private static DataSource database() {
        DataSource database = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ingest")
                .load()
                .migrate();
        return database;
    }

    @AfterEach
    void closeSites() {
        sites.forEach(LocalWeb::close);
    }

    LocalWeb site() throws IOException {
        var site = new LocalWeb();
        sites.add(site);
        return site;
    }

    static Source source(String id, LocalWeb site) {
        return new Source(id, id, null, site.url("/feed"), null);
    }

    /// A crawl under way.
    final class Crawl implements AutoCloseable {
        private final Fetcher fetcher;
        private final Crawler crawler;
        private final StatusBoard board;

        Crawl(List<Source> sources, Duration deadline) {
            Set<String> opened = new HashSet<>();
            sites.forEach(site -> opened.add(site.authority()));
            fetcher = new Fetcher(new FetchSettings("test", deadline, 100_000), new AddressGuard(opened));
            ledgers.register().list(sources);
            var polls = new PollSchedule(Duration.ofHours(1), Duration.ofHours(2));
            var settings = new CrawlSettings(polls, PAUSE, Duration.ofMillis(200), 16, ATTEMPTS);
            board = new StatusBoard(ledgers.sources(), held);
            board.start();
            crawler = new Crawler(settings, fetcher, ledgers, board, held, clock);
            crawler.start();
        }

        @Override
        public void close() throws IOException {
            crawler.close();
            board.close();
            fetcher.close();
        }
    }

    SourceStatus status(String id) {
        return Objects.requireNonNull(ledgers.sources().one(id), id);
    }

    /// Waits while time flies: a second for every few milliseconds.
    void untilAsTimeFlies(String what, BooleanSupplier holds) throws InterruptedException {
        Awaiting.until(what, () -> {
            clock.advance(Duration.ofSeconds(1));
            return holds.getAsBoolean();
        });
    }

    /// What a test does while the crawl runs.
    interface Watching {
        void run() throws Exception;
    }

    void crawl(List<Source> sources, Watching watching) throws Exception {
        crawl(sources, Duration.ofSeconds(5), watching);
    }

    /// Crawls until the watching is done.
    void crawl(List<Source> sources, Duration deadline, Watching watching) throws Exception {
        var crawl = new Crawl(sources, deadline);
        try {
            watching.run();
        } finally {
            crawl.close();
        }
    }
}
