package org.supplierscope.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.broker.TopicSetup;
import org.supplierscope.deploy.scenario.Waiting;
import org.supplierscope.ingest.IngestStage;
import org.supplierscope.ingest.KafkaConnection;
import org.supplierscope.ingest.crawl.CrawlSettings;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.frontier.SourceLedger;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.source.PollSchedule;
import org.supplierscope.ingest.source.Source;

/// WebSub from the feed that names a hub to the feed that is asked because its hub called: the whole stage, its
/// route and the hubs, which speak HTTP with each other.
class WebSubTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FLOOR = Duration.ofMinutes(20);
    private static final Duration CEILING = Duration.ofDays(2);

    /// The time of day, to which hours can be added.
    private static final class HastyClock extends Clock {
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
    }

    @TempDir
    private Path temp;

    private final HastyClock clock = new HastyClock();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final DataSource database = database();
    private LocalHub working;
    private LocalHub missing;
    private LocalHub broken;

    @BeforeEach
    void start() throws Exception {
        EmbeddedBroker broker = closing(EmbeddedBroker.start(temp.resolve("kafka")));
        try (var topics = new TopicSetup(broker.bootstrapServers())) {
            topics.ensure(IngestTopics.ALL, 1);
        }
        working = closing(new LocalHub(202));
        missing = closing(new LocalHub(404));
        broken = closing(new LocalHub(500));
        var hubs = new HubRoute();
        var vertx = Vertx.vertx();
        closing(() -> vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS));
        Router router = Router.router(vertx);
        hubs.routes(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        IngestStage stage =
                closing(stage(broker.bootstrapServers(), URI.create("http://127.0.0.1:" + server.actualPort())));
        hubs.open(stage.hubCalls());
        stage.start();
    }

    private IngestStage stage(String brokers, URI publicAddress) {
        Set<String> opened = new HashSet<>();
        List.of(working, missing, broken).forEach(hub -> opened.addAll(hub.authorities()));
        return new IngestStage(
                new CrawlSettings(
                        new PollSchedule(FLOOR, CEILING), Duration.ofMillis(50), Duration.ofMillis(200), 8, 3),
                new FetchSettings("test", Duration.ofSeconds(10), 100_000),
                opened,
                List.of(source("working", working), source("missing", missing), source("broken", broken)),
                database,
                true,
                new KafkaConnection(brokers, "websub"),
                10,
                publicAddress,
                clock);
    }

    private static Source source(String id, LocalHub hub) {
        return new Source(id, id, null, hub.feed(), null);
    }

    private Instant nextPoll() {
        return Objects.requireNonNull(Objects.requireNonNull(new SourceLedger(database, clock).one("working"))
                .nextPoll());
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

    private <T extends AutoCloseable> T closing(T part) {
        started.push(part);
        return part;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : started) {
            part.close();
        }
    }

    private static void until(String what, BooleanSupplier holds) throws Exception {
        Waiting.until(PATIENCE, what, () -> holds.getAsBoolean() ? true : null);
    }

    @Test
    void asksAFeedWhenItsHubCallsAndPollsOnWhereAHubDoesNotWork() throws Exception {
        until("the hub's question is answered", () -> working.echoes().size() == 1);
        until(
                "the other hubs are asked",
                () -> missing.requests().size() == 1 && broken.requests().size() == 1);
        Map<String, String> asked = working.requests().getFirst();
        assertThat(working.echoes()).containsExactly("echoed");
        assertThat(asked)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", working.feed().toString());
        assertThat(working.polls()).isEqualTo(1);

        // A minute is long before the next poll and long enough after the last one.
        clock.ahead = Duration.ofMinutes(1);
        String callback = asked.getOrDefault("hub.callback", "");
        String secret = asked.getOrDefault("hub.secret", "");
        Instant due = nextPoll();
        assertThat(working.tell(callback, "not the secret")).isEqualTo(202);
        assertThat(working.tell(callback.substring(0, callback.length() - 32) + "0".repeat(32), secret))
                .isEqualTo(410);
        assertThat(nextPoll())
                .as("neither call changes anything")
                .isEqualTo(due)
                .isAfter(clock.instant());
        assertThat(working.tell(callback, secret)).isEqualTo(202);
        until("the feed is asked at once", () -> working.polls() == 2);

        // Past the floor the others are polled as ever; this one's hub would have told.
        clock.ahead = FLOOR.plusMinutes(2);
        until("polling goes on", () -> missing.polls() == 2 && broken.polls() == 2);
        assertThat(working.polls()).as("one poll for one signed call").isEqualTo(2);
        assertThat(missing.requests()).as("a hub that failed is left alone").hasSize(1);

        clock.ahead = Duration.ofSeconds(LocalHub.LEASE * 3 / 4);
        until("the lease is renewed before it ends", () -> working.echoes().size() == 2);
        assertThat(working.requests().get(1)).containsEntry("hub.callback", callback);

        // After the end of the first lease.
        clock.ahead = Duration.ofSeconds(LocalHub.LEASE + 600);
        assertThat(working.tell(callback, secret)).isEqualTo(202);
        until("it is still told", () -> working.polls() == 3);
        until(
                "the hubs that failed are asked again after an hour",
                () -> missing.requests().size() == 2 && broken.requests().size() == 2);
    }
}
