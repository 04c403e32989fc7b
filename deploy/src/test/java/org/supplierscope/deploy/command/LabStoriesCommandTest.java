package org.supplierscope.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LabStoriesCommandTest {

    private static final String REPORT =
            "Largan Precision said on Monday that it had begun to ship samples of a new molded lens to two customers. "
                    + "The maker of phone lenses declined to name them and gave no price for the part.";

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String lines) throws IOException {
        Path file = Files.writeString(temp.resolve("in.jsonl"), lines);
        return new CommandLine(new LabCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("stories", file.toString());
    }

    @Test
    void givesEachArticleItsStoryAndSaysWhatACopyCopies() throws IOException {
        int exitCode = run("""
                {"id":"a","text":"%1$s"}
                {"id":"b","text":"It rained all week in the valley.","title":"Rain","published":"2026-03-05"}
                {"id":"c","text":"TAIPEI (Example Wire) - %1$s","published":"2026-03-05T10:00:00+08:00","url":"https://a.example/"}
                """.formatted(REPORT));

        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"id\":\"a\",\"story\":\"a\"}",
                        "{\"id\":\"b\",\"story\":\"b\"}",
                        "{\"id\":\"c\",\"story\":\"a\",\"copyOf\":\"a\"}");
        assertThat(exitCode).isZero();
    }

    @Test
    void namesTheLinesThatItCannotReadAndGoesOn() throws IOException {
        int exitCode = run("""
                {"id":"a","text":"x"}
                not json
                {"id":"b"}
                {"id":"a","text":"y"}
                {"id":"d","text":"z","published":"yesterday"}
                {"id":"e","text":"w"}
                """);

        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString())
                .contains("line 2", "line 3", "line 4", "line 5")
                .doesNotContain("line 6");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void countsABackgroundOfPassages() throws IOException {
        Files.writeString(
                temp.resolve("passages.txt"), "# en wire x\nRain fell.\n\n# en wire x\nRain.\n\n# en wire x\nRains.\n");
        Path file = temp.resolve("background.tsv");

        int exitCode = make("--background", temp.toString(), "-o", file.toString());

        assertThat(Files.readAllLines(file)).containsExactly("rain\t1.0");
        assertThat(exitCode).isZero();
    }

    @Test
    void namesTheLineOfALabelledArticleThatItCannotRead() throws IOException {
        Files.writeString(temp.resolve("labelled.txt"), "=== weather\n== rain\nIt rains\n");

        int exitCode = make("--learn", temp.toString());

        assertThat(err.toString()).contains("labelled.txt:3: ");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void makesOneThingAtATime() {
        assertThat(make("--learn", "a", "--background", "b")).isEqualTo(2);
        assertThat(make("-o", "c")).isEqualTo(2);
        assertThat(make()).isEqualTo(2);
        assertThat(err.toString()).contains("Give --learn DIR or --background DIR.");
    }

    private int make(String... options) {
        String[] all = Stream.concat(Stream.of("stories"), Stream.of(options)).toArray(String[]::new);
        return new CommandLine(new LabCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }
}
