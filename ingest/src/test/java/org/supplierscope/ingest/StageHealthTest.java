package org.supplierscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.crawl.CrawlSettings;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.source.PollSchedule;

class StageHealthTest {

    @Test
    void isGoodUntilSomethingHasStoppedAndKeepsWhatItWasTold() {
        List<String> troubles = new ArrayList<>(List.of("the crawl has stopped"));
        var health = new StageHealth(troubles);
        troubles.clear();

        assertThat(health.good()).isFalse();
        assertThat(health.troubles()).containsExactly("the crawl has stopped");
        assertThat(new StageHealth(List.of()).good()).isTrue();
    }

    @Test
    void namesEveryPartOfAStageThatDoesNotRun() throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ingest")
                .load()
                .migrate();
        var stage = new IngestStage(
                new CrawlSettings(
                        new PollSchedule(Duration.ofHours(1), Duration.ofHours(2)),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        1,
                        1),
                new FetchSettings("test", Duration.ofSeconds(1), 1000),
                Set.of(),
                List.of(),
                database,
                true,
                new KafkaConnection("127.0.0.1:1", "test"),
                1,
                null,
                Clock.systemUTC());

        StageHealth health = stage.health();
        stage.close();
        database.dispose();

        assertThat(health.troubles())
                .containsExactly(
                        "the crawl has stopped", "extraction has stopped", "commands to sources are read no more");
    }
}
