package org.supplierscope.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LabFeedCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        return commandLine
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void readsAFolderWithTheResponsesThatItsFilesCameIn() throws IOException {
        Path folder = Files.createDirectory(temp.resolve("feeds"));
        Files.createDirectory(folder.resolve("deep"));
        Files.writeString(
                folder.resolve("deep/a.xml"),
                "<!-- not read --><feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><title>A &lt;b>"
                        + "</title><link href='a'/><updated>2026-03-04T09:30:00+08:00</updated></entry></feed>");
        Files.writeString(folder.resolve("b.html"), "<html></html>");
        Path requests = Files.writeString(
                temp.resolve("requests.jsonl"),
                "{\"file\":\"deep/a.xml\",\"uri\":\"https://paper.example/f\",\"headers\":{\"content-language\":\"fr\"}}\n");

        int exitCode = run("lab", "feed", "--requests", requests.toString(), folder.toString());

        assertThat(exitCode).isZero();
        assertThat(lines()).hasSize(2);
        JsonNode page = lines().getFirst();
        assertThat(page.path("file").asText()).isEqualTo("b.html");
        assertThat(page.path("error").asText()).contains("HTML");
        JsonNode feed = lines().getLast();
        assertThat(feed.path("file").asText()).isEqualTo("deep/a.xml");
        assertThat(feed.has("error")).isFalse();
        assertThat(feed.path("encoding").asText()).isEqualTo("utf-8");
        assertThat(feed.path("feed").path("language").asText()).isEqualTo("fr");
        assertThat(feed.path("feed").path("title").asText()).isEqualTo("T");
        JsonNode entry = feed.path("entries").path(0);
        assertThat(entry.path("title").asText()).isEqualTo("A &lt;b&gt;");
        assertThat(entry.path("link").asText()).isEqualTo("https://paper.example/a");
        assertThat(entry.path("updated").asText()).isEqualTo("2026-03-04T01:30:00Z");
    }

    @Test
    void namesWhatItCannotReadAndGoesOn() throws IOException {
        Path feed = Files.writeString(temp.resolve("a.xml"), "<rss/>");
        Path requests = Files.writeString(temp.resolve("requests.jsonl"), "{\"file\":\"a.xml\",\"uri\":\":::\"}\n[]\n");

        int exitCode = run(
                "lab",
                "feed",
                "--requests",
                requests.toString(),
                temp.resolve("no.xml").toString(),
                feed.toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("line 1", ":::", "line 2", "no.xml");
        assertThat(lines())
                .singleElement()
                .satisfies(line -> assertThat(line.path("file").asText()).isEqualTo("a.xml"));
    }

    @Test
    void asksWhichPartOfTheLabIsMeant() {
        assertThat(run("lab")).isEqualTo(2);
        assertThat(err.toString()).contains("feed");
    }
}
