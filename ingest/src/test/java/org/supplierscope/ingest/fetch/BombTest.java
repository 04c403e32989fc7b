package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

/// F5: small bodies that unpack to gigabytes.
class BombTest extends FetchingFromHostileServer {

    BombTest() throws IOException {
        super();
    }

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, gzip", "zstd, br", "gzip, zstd"})
    void breaksABombOffWithoutUnpackingIt(String codings) throws IOException {
        byte[] bomb = Bombs.of(codings);
        server.at("/a", out -> send(out, OK + "Content-Encoding: " + codings + "\r\n", bomb));

        FetchOutcome outcome = fetch("/a");

        // Had it been unpacked, the deadline would have come first.
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "302 Found | Redirected",
                "304 Not Modified | Failed",
                "403 Forbidden | Failed",
                "404 Not Found | Failed",
                "429 Too Many Requests | Failed",
                "503 Unavailable | Failed"
            })
    void doesNotUnpackABombThatComesWithARedirectOrAnError(String status, String outcome) throws Exception {
        for (String codings : List.of("gzip", "br", "zstd, br")) {
            byte[] bomb = Bombs.of(codings);
            String head = "HTTP/1.1 " + status + "\r\nLocation: /b\r\nContent-Encoding: " + codings + "\r\n";
            server.at("/a", out -> send(out, head, bomb));

            assertThat(fetch("/a").getClass().getSimpleName()).isEqualTo(outcome);
        }
        Awaiting.until("nobody unpacks any more", () -> fetcher.underWay() == 0);
    }

    /// What is regular is compressed far; that alone is no bomb.
    @Test
    void takesABodyThatIsCompressedFarAndYetSmall() throws IOException {
        byte[] table = "<tr><td>0</td></tr>\n".repeat(MAX_BODY / 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] coded = coded("zstd", table);
        server.at("/a", out -> send(out, OK + "Content-Encoding: zstd\r\n", coded));

        assertThat(table.length / coded.length).isGreaterThan(BoundedBytes.MOST_RATIO);
        assertThat(((Fetched) fetch("/a")).body()).isEqualTo(table);
    }

    @Test
    void looksAtTheRatioOfALargeBody() throws IOException {
        byte[] blanks = new byte[BoundedBytes.RATIO_FLOOR * 2];
        Arrays.fill(blanks, (byte) ' ');
        byte[] coded = coded("zstd", blanks);
        server.at("/a", out -> send(out, OK + "Content-Encoding: zstd\r\n", coded));

        try (var fetcher = new Fetcher(
                new FetchSettings("test", DEADLINE, blanks.length * 2),
                new AddressGuard(java.util.Set.of(server.authority())))) {
            assertThat(fetcher.fetch(server.url("/a"), java.util.Map.of()))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).contains("250 times"));
        }
    }

    /// Many at once, in the memory of a small machine.
    @Test
    void survivesManyBombsAtOnceWithASmallHeap() throws Exception {
        Path said = folder.resolve("said.txt");
        String classes = Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
        Process bombed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classes,
                        Bombs.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(bombed.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            bombed.destroyForcibly();
        }

        assertThat(Files.readString(said)).contains("refused=320 others=0 healthy=Fetched");
        assertThat(bombed.exitValue()).isZero();
    }
}
