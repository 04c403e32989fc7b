package org.supplierscope.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.deploy.scenario.RunningService;
import org.supplierscope.deploy.scenario.RunningService.Ended;

/// What is typed, and what comes back: the packaged program in a process of its own.
class CommandLineIT {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String PAGE = """
            <html lang="en"><head><title>Plant opens - Paper</title></head><body><article><h1>Plant opens</h1>
            <p>The company opened a second plant on Monday, and it says that the lines there will double what it can ship.</p>
            <p>Machines for the building were ordered in the spring, and the first of them have been running since June.</p>
            <p>Customers in three countries have asked for deliveries from the new site, the manager told reporters.</p>
            </article></body></html>
            """;

    @TempDir
    private Path temp;

    private Ended run(String input, String... arguments) throws Exception {
        return RunningService.run(temp, Map.of("SUPPLIERSCOPE_DATABASE_URL", ""), input, arguments);
    }

    @Test
    void anUnknownCommandPrintsTheHelp() throws Exception {
        Ended ended = run("", "frobnicate");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("frobnicate", "Usage: supplierscope", "demo", "analyze");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void helpAndVersionGoToStandardOutput() throws Exception {
        assertThat(run("", "--help").out()).contains("Usage: supplierscope", "test");
        assertThat(run("", "--version").out()).startsWith("Supplierscope 0.");
    }

    @Test
    void aPortInUseIsNamedWithTheWayOut() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            Ended ended = run(
                    "", "demo", "--port", port, "--data", temp.resolve("data").toString());

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).contains("Port " + port, "--port").doesNotContain("\tat ");
        }
    }

    @Test
    void anAddressToOpenMustNameAPort() throws Exception {
        Ended ended = run("", "run", "--open-address", "foo");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("HOST:PORT", "'foo'").doesNotContain("\tat ");
    }

    @Test
    void aDataFolderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "in the way");

        Ended ended = run("", "run", "--port", "0", "--data", file.toString());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains(file.toString(), "--data").doesNotContain("\tat ");
    }

    @Test
    void aDataFolderInUseByAnotherProcessIsNamed() throws Exception {
        Path data = temp.resolve("data");
        try (var _ = org.supplierscope.deploy.DataFolder.hold(
                data, java.util.EnumSet.of(org.supplierscope.deploy.Role.SEARCH))) {

            Ended ended = run("", "demo", "--port", "0", "--data", data.toString());

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err())
                    .contains(
                            data.toString(),
                            "in use",
                            Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aSourceListWithAWrongKeyNamesFileLineAndKey() throws Exception {
        Path list = Files.writeString(
                temp.resolve("mine.yaml"), "sources:\n  - name: Paper\n    fead: https://paper.example/rss\n");

        Ended ended =
                run("", "run", "--port", "0", "--data", temp.resolve("data").toString(), "--sources", list.toString());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("mine.yaml", "line 3", "'fead'").doesNotContain("\tat ");
    }

    @Test
    void aRoleOnItsOwnAsksForWhatItNeeds() throws Exception {
        assertThat(run("", "run", "--target=search").err()).contains("--bootstrap-servers");
        assertThat(run("", "run", "--target=ingest", "--bootstrap-servers", "127.0.0.1:1")
                        .err())
                .contains("--database-url");
        assertThat(run("", "run", "--target=ingest,nothing").err()).contains("'nothing'");
    }

    @Test
    void explainSaysWhatItMisses() throws Exception {
        Ended unknown = run("", "explain", "00112233445566778899aabbccddeeff", "nobody");
        Ended alone = run("", "explain", "00112233445566778899aabbccddeeff", "Largan Precision", "--port", "1");

        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no supplier 'nobody'").doesNotContain("\tat ");
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.err()).contains("No service answers").doesNotContain("\tat ");
    }

    @Test
    void analyzeGoesOnAfterABadLineAndSaysWhichItWas() throws Exception {
        String input = """
                {"id":"1","title":"Largan","text":"Largan Precision will double its capacity with a new plant in Taichung."}
                this is no JSON
                {"id":"2","title":"No text"}

                {"id":"3","title":"x","text":"The weather was fine."}
                """;

        Ended ended = run(input, "analyze", "-");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("line 2", "line 3", "'text'").doesNotContain("\tat ");
        List<JsonNode> lines = lines(ended.out());
        assertThat(lines).hasSize(2);
        JsonNode largan = lines.getFirst().path("suppliers").get(0);
        assertThat(largan.path("supplier").asText()).isEqualTo("largan-precision");
        assertThat(largan.path("stance").asText()).isEqualTo("BREADTH");
        assertThat(largan.path("evidence").get(0).path("sentence").asText())
                .isEqualTo("Largan Precision will double its capacity with a new plant in Taichung.");
        assertThat(largan.has("score") && largan.has("confidence")).isTrue();
        assertThat(lines.getLast().path("suppliers")).isEmpty();
        assertThat(lines.getLast().path("groups")).isEmpty();
    }

    @Test
    void aSecondOpinionNeedsAnEndpointAndTakesItFromTheEnvironment() throws Exception {
        String input = "{\"id\":\"1\",\"text\":\"Largan Precision will double its capacity.\"}\n";

        Ended none = run(input, "analyze", "--second-opinion", "-");
        Ended nobody = RunningService.run(
                temp,
                Map.of(
                        "SUPPLIERSCOPE_OPINION_ADDRESS", "http://localhost:1",
                        "SUPPLIERSCOPE_OPINION_MODEL", "m-1",
                        "SUPPLIERSCOPE_OPINION_KEY", "sk-${SECRET}",
                        "SUPPLIERSCOPE_OPINION_PROTOCOL", "ollama"),
                input,
                "analyze",
                "--second-opinion",
                "-");

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.out()).contains("\"stance\":\"BREADTH\"", "NOT_CONFIGURED");
        assertThat(none.err())
                .contains("supplierscope.opinion.address is not set")
                .doesNotContain("\tat ");
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.out()).contains("\"stance\":\"BREADTH\"", "NO_CONNECTION");
        assertThat(nobody.err()).contains("http://localhost:1").doesNotContain("\tat ", "SECRET");
    }

    @Test
    void analyzeReadsAFileAndNamesOneThatIsMissing() throws Exception {
        Path file = Files.writeString(
                temp.resolve("texts.jsonl"), "{\"id\":\"7\",\"title\":\"t\",\"text\":\"Nothing.\"}\n");

        assertThat(run("", "analyze", file.toString()).exitCode()).isZero();
        Ended missing = run("", "analyze", temp.resolve("missing.jsonl").toString());
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("missing.jsonl");
    }

    @Test
    void extractReadsFilesFoldersAndGzipAndTellsTheirAddresses() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("pages"));
        Files.writeString(folder.resolve("a1.html"), PAGE);
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(PAGE.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("b2.html.gz"), zipped.toByteArray());
        Files.writeString(folder.resolve("c3.html.gz"), "not gzip at all");
        Path urls = Files.writeString(temp.resolve("urls.tsv"), "a1\thttps://paper.example/a1\n");

        Ended ended = run("", "extract", "--urls", urls.toString(), folder.toString());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("c3.html.gz").doesNotContain("\tat ");
        List<JsonNode> lines = lines(ended.out());
        assertThat(lines).extracting(line -> line.path("id").asText()).containsExactly("a1", "b2");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("title").asText()).isEqualTo("Plant opens");
            assertThat(line.path("text").asText().split("\n\n", -1)).hasSize(3);
        });
        assertThat(lines.getFirst().path("url").asText()).isEqualTo("https://paper.example/a1");
    }

    @Test
    void extractReadsJsonLinesFromStandardInput() throws Exception {
        String line = JSON.writeValueAsString(Map.of("id", "x", "url", "https://paper.example/x", "html", PAGE));

        Ended ended = run(line + "\n[]\n", "extract", "-");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("line 2");
        assertThat(lines(ended.out()))
                .singleElement()
                .satisfies(page -> assertThat(page.path("title").asText()).isEqualTo("Plant opens"));
    }

    @Test
    void extractRefusesAddressesThatAreNotPublic() throws Exception {
        Ended ended = run("", "extract", "http://127.0.0.1:9/secret");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("not on the public internet");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void searchSaysWhenNoServiceAnswers() throws Exception {
        Ended ended = run("", "search", "--port", "1", "capacity");

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("No service answers", "supplierscope demo");
    }

    private static List<JsonNode> lines(String out) {
        return out.lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                        throw new AssertionError("not a JSON line: " + line, e);
                    }
                })
                .toList();
    }
}
