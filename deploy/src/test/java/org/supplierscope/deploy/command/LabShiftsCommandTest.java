package org.supplierscope.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `lab shifts`, run in this process.
class LabShiftsCommandTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input) throws IOException {
        Path file = Files.writeString(temp.resolve("input.jsonl"), input);
        return new CommandLine(new LabCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute("shifts", file.toString());
    }

    private static String monthly(String supplier, String begin, int count, String stance) {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"supplier\":\"%s\",\"published\":\"%s\",\"stance\":\"%s\"}%n"
                    .formatted(supplier, LocalDate.parse(begin).plusMonths(i), stance));
        }
        return lines.toString();
    }

    @Test
    void printsEachShiftOnceWithTheStoryThatTippedIt() throws IOException {
        String input = monthly("acme", "2018-01-10", 12, "PRECISION") + monthly("acme", "2019-01-10", 12, "BREADTH");

        int exitCode = run(input + monthly("other", "2015-01-10", 30, "BREADTH") + input);

        assertThat(out.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("{\"supplier\":\"acme\",\"from\":\"PRECISION\",\"to\":\"BREADTH\","
                                + "\"at\":\"2019-01-10T00:00:00Z\",\"detected\":\"2019-0"));
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
    }

    @Test
    void tellsBadLinesByTheirNumberAndGoesOn() throws IOException {
        String bad = """
                {"supplier":"acme"}
                {"supplier":"acme","published":"yesterday","stance":"BREADTH"}
                {"supplier":"acme","published":"2019-01-10","stance":"SIDEWAYS"}
                {"supplier":"acme","published":"2019-01-10","stance":"BREADTH","confidence":7}
                no JSON
                """;

        int exitCode = run(
                monthly("acme", "2018-01-10", 12, "PRECISION") + bad + monthly("acme", "2019-01-10", 12, "BREADTH"));

        assertThat(err.toString().lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).containsPattern("line 1[3-7]"));
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(exitCode).isEqualTo(1);
    }
}
