package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.newsroom.Newsroom;
import org.supplierscope.ingest.source.Source;

/// The scenario with one process for each role, one broker for all and a PostgreSQL for the crawler: as a
/// cluster runs
/// it.
class RolePerProcessIT extends NewsroomScenario {

    /// The day after the newsroom's newest piece, so that its dates are not moved.
    private static final Clock WRITTEN = Clock.fixed(Instant.parse("2026-06-27T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private static Path temp;

    private final List<AutoCloseable> started = new ArrayList<>();
    private Newsroom newsroom;
    private RunningService ingest;
    private RunningService analysis;
    private Api api;

    @BeforeAll
    void start() throws Exception {
        EmbeddedBroker broker = closing(EmbeddedBroker.start(temp.resolve("kafka")));
        EmbeddedPostgres postgres = closing(EmbeddedPostgres.start());
        newsroom = closing(Newsroom.open(temp.resolve("newsroom.properties"), WRITTEN));
        Path sources = Files.writeString(temp.resolve("sources.yaml"), list(newsroom.sources()));

        RunningService search = role("search", broker, "--port", "0");
        analysis = role("analysis", broker);
        ingest = role(
                "ingest",
                broker,
                "--sources",
                sources.toString(),
                "--database-url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "--open-address",
                String.join(",", newsroom.authorities()));
        analysis.awaitReady();
        ingest.awaitReady();
        api = new Api(search.awaitReady());
    }

    private RunningService role(String role, EmbeddedBroker broker, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--target=" + role,
                "--bootstrap-servers",
                broker.bootstrapServers(),
                "--data",
                temp.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return closing(RunningService.start(temp.resolve(role + ".txt"), arguments.toArray(String[]::new)));
    }

    private static String list(List<Source> sources) {
        var list = new StringBuilder("sources:\n");
        for (Source source : sources) {
            list.append("  - id: ").append(source.id()).append('\n');
            list.append("    name: ").append(source.name()).append('\n');
            list.append("    feed: ").append(source.feed()).append('\n');
        }
        return list.toString();
    }

    private <T extends AutoCloseable> T closing(T part) {
        started.addFirst(part);
        return part;
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable part : started) {
            part.close();
        }
    }

    @Override
    Api api() {
        return api;
    }

    @Override
    int weeks() {
        return newsroom.weeks();
    }

    @Test
    void opensNothingForRolesThatWereNotAskedFor() throws Exception {
        assertThat(ingest.printed()).contains("ready (ingest)").doesNotContain("http://localhost");
        assertThat(analysis.printed()).contains("ready (analysis)").doesNotContain("http://localhost");
        assertThat(ingest.listeningPorts()).isEmpty();
        assertThat(analysis.listeningPorts()).isEmpty();
        assertThat(temp.resolve("data/kafka")).doesNotExist();
        assertThat(temp.resolve("data/database")).doesNotExist();
    }
}
