package org.supplierscope.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `lab urls` and `lab robots`, run in this process.
class LabAddressCommandsTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String part, String input) throws IOException {
        Path file = Files.writeString(temp.resolve("input.jsonl"), input);
        return new CommandLine(new LabCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(part, file.toString());
    }

    @Test
    void urlsTellsWhatABrowserReadsAndWhatIsFetched() throws IOException {
        int exitCode = run("urls", """
                {"input":"../a?utm_source=x&amp=1#b","base":"https://example.org/c/d/e","href":"https://example.org/c/a"}
                {"input":"http://2130706433:80/","href":"http://127.0.0.1/"}
                {"input":"http://a\\\\@b/"}
                {"input":"http://[/","href":null}
                """);

        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"input\":\"../a?utm_source=x&amp=1#b\",\"base\":\"https://example.org/c/d/e\","
                                + "\"href\":\"https://example.org/c/a?utm_source=x&amp=1#b\","
                                + "\"fetched\":\"https://example.org/c/a?amp=1\","
                                + "\"article\":\"https://example.org/c/a\",\"right\":false}",
                        "{\"input\":\"http://2130706433:80/\",\"base\":null,\"href\":\"http://127.0.0.1/\","
                                + "\"fetched\":\"http://127.0.0.1/\",\"article\":\"http://127.0.0.1/\",\"right\":true}",
                        "{\"input\":\"http://a\\\\@b/\",\"base\":null,\"href\":\"http://a/@b/\","
                                + "\"refusal\":\"a backslash beside its host can be read in two ways\"}",
                        "{\"input\":\"http://[/\",\"base\":null,\"href\":null,\"refusal\":\"it is no address\","
                                + "\"right\":true}");
        assertThat(exitCode).isZero();
    }

    @Test
    void robotsTellsWhatIsAllowed() throws IOException {
        int exitCode = run("robots", """
                {"robots":"User-agent: *\\nDisallow: /a","ua":"Bot","url":"https://example.org/a","allowed":false}
                {"robots":"User-agent: *\\nDisallow: /a","ua":"Bot","url":"https://example.org/b"}
                {"robots":"User-agent: *","ua":"Bot"}
                """);

        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"url\":\"https://example.org/a\",\"ua\":\"Bot\",\"allowed\":false,\"right\":true}",
                        "{\"url\":\"https://example.org/b\",\"ua\":\"Bot\",\"allowed\":true}");
        assertThat(err.toString()).contains("line 3", "missing");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNamed() {
        int exitCode = new CommandLine(new LabCommand())
                .setErr(new PrintWriter(err))
                .execute("urls", temp.resolve("none").toString());

        assertThat(err.toString()).contains("none", "no such file");
        assertThat(exitCode).isEqualTo(1);
    }
}
