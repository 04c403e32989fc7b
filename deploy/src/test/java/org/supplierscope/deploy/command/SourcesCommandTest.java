package org.supplierscope.deploy.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the commands say of the answers of a service, which a small server gives in its place.
class SourcesCommandTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final HttpServer service;
    private volatile String now = "\"state\":\"ACTIVE\"";
    private volatile String then = now;
    private volatile String refusals = "[]";

    SourcesCommandTest() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        service.createContext("/api/v1/sources", this::sources);
        service.createContext("/api/v1/source-refusals", exchange -> answer(exchange, refusals));
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void sources(HttpExchange exchange) throws IOException {
        String source =
                "{\"id\":\"one\",\"name\":\"One\",\"feed\":\"https://one.example/f\",\"lastPoll\":\"1\"," + now + "}";
        if (!exchange.getRequestMethod().equals("GET")) {
            now = then;
            answer(exchange, "{\"id\":\"one\",\"command\":\"c-0@7\"}");
        } else if (exchange.getRequestURI().getPath().equals("/api/v1/sources")) {
            answer(exchange, "[" + source + "]");
        } else {
            answer(exchange, source);
        }
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", "http://localhost:" + service.getAddress().getPort()));
        return new CommandLine(new SourcesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void whatWasAskedForIsDoneWhateverWentWrongBefore() {
        then = "\"state\":\"PAUSED\",\"error\":\"no connection\"";

        assertThat(run("pause", "one")).isZero();

        assertThat(out.toString()).startsWith("paused   one").doesNotContain("no connection");
    }

    @Test
    void aSiteThatIsStillGoneIsToldOnce() {
        now = "\"state\":\"ENDED\",\"error\":\"gone\",\"stateReason\":\"gone\"";
        then = now + ",\"lastPoll\":\"2\"";

        assertThat(run("resume", "one")).isEqualTo(1);

        assertThat(out.toString()).startsWith("ended    one").containsOnlyOnce("         gone");
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        refusals = "[{\"id\":\"one\",\"reason\":\"another's\",\"command\":\"c-0@6\"},"
                + "{\"id\":\"one\",\"reason\":\"'two' reads this address already\",\"command\":\"c-0@7\"}]";

        assertThat(run("add", "https://one.example/")).isEqualTo(1);

        assertThat(err.toString())
                .contains("https://one.example/: refused: 'two' reads this address already")
                .doesNotContain("another's");
    }

    @Test
    void aListThatEndsEarlyIsToldAndItsDuplicatesAreCounted() throws Exception {
        String entry = "<outline text='Two' xmlUrl='https://two.example/f'/>";
        Path file = Files.writeString(temp.resolve("cut.opml"), "<opml><body>" + entry + entry + "<outline te");

        assertThat(run("import", file.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("1 feed added, 1 known already or refused, 0 lines left out");
        assertThat(err.toString()).contains("ends early");
    }

    @Test
    void aFolderThatIsNotThereIsTheReason() {
        Path missing = temp.resolve("missing").resolve("list.opml");

        assertThat(run("export", "-o", missing.toString())).isEqualTo(1);

        assertThat(err.toString()).contains("no such folder");
    }

    @Test
    void addingIsDescribedByAWholeSentence() {
        String help = new CommandLine(new SourcesCommand()).getUsageMessage();

        assertThat(help.replaceAll("\\s+", " ")).contains("and wait until it is known what they offer. check");
    }
}
