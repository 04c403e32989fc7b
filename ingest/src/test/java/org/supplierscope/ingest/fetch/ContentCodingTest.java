package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;

/// Codings that are whole, broken, cut short, stacked and mislabelled.
class ContentCodingTest extends FetchingFromHostileServer {

    private static final byte[] BODY = "Supply chains, ".repeat(3000).getBytes(StandardCharsets.UTF_8);

    /// What a compressor makes of the text below, with all its tables and its dictionary.
    private static final String COMPRESSED =
            "G5UOABwHbqxs29UoJ6cOlZ1QSw/lIIwNYxUmLxSgF31xqxPwPZpE3WCYBtP8aZbTpKRPwOd8GbtHPrSIsNDuYElRP53/XfXy"
                    + "vV9NF/EWX718LDOX/y38Wz+NV5//m6mH/Uv/3ZUZxWqLq5jI2KhAsm42uPxB32DZqOdNlmVbTuYSYN2dLBpWimVWri+V/GvS"
                    + "kLYOC+dxt5pI6Ppw8i+z8Uu6fqwf+8cD/vL5jh/5ZYSfZ9WL6vW/9h9RoxeVpeMnVG+6ehxXQ/e+ahJNb5rJ6ZuNoU+fnGMN"
                    + "DNOntvqwlr7s1YJY2L5sbrbIOrh+eUsc/bh+dTacZFRUVIxM83NUVGRUjASG7jmjqlxRUdHxObpfRUdGx0jAvvnFvoyxZbOd"
                    + "rRj6lE3bjM/W4JK4vTNGEB/JPbbl27ZTuy7XC+vcky99hYmhDD0yTWwdCpDhCky2Dkz8Kq+5vmla3soOfmfHtye5p1hHsT8Z"
                    + "kyPnGuE8J52SZw9K5bw1kFQCISSErpUyhJHl9LINxnLZPdtGIZUhAlHIWcSU/DyfsurLy+qRMBPL8qynLFo/ZQm5p7qYWLZn"
                    + "jyE83Meb3sLEpmI0pIld8IiPzdnQRz4msViu5z7l7hdwLuR7tvRVrDxXAIVx3hhAKJAAAuCur8sQh06Xd+yD43TF6tkmIiyC"
                    + "IFCE18wG2wJJqSWEhKRr2TqEjMuTHGBZLqsO22BS6WcERSHXYdMiEBK+hUUgzc8dFkYpAiIQNNP5IDUbAgGaWYZAGTYggDQ/"
                    + "e7ZRloAAgmbwUwIQpiCQ5rCOk24KApFm1mFTcEogguZoWlBImhKBNHOHhSRNiUDQTOdtYfkQBGiOMkSktMzsIg8=";

    ContentCodingTest() throws IOException {
        super();
    }

    private FetchOutcome fetch(String header, byte[] coded) {
        server.at("/a", out -> send(out, OK + "Content-Encoding: " + header + "\r\n", coded));
        return fetch("/a");
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "X-GZIP, gzip", "deflate, deflate", "deflate, raw", "br, br", "' ZSTD ', zstd"})
    void undoesTheCodingsThatItAsksFor(String header, String coding) throws IOException {
        var fetched = (Fetched) fetch(header, coded(coding, BODY));

        assertThat(fetched.body()).isEqualTo(BODY);
        assertThat(fetched.header("Content-Encoding")).isNull();
    }

    @Test
    void readsWhatABrotliCompressorWrites() {
        String[] words = {"mill", "river", "line", "night", "shift", "order", "steel", "wafer"};
        var text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append(words[(i * i + 3 * i) % 8]).append(' ').append(i).append(i % 9 == 8 ? ".\n" : " ");
        }

        var fetched = (Fetched) fetch("br", Base64.getDecoder().decode(COMPRESSED));

        assertThat(fetched.body()).asString().isEqualTo(text.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, br', gzip, br",
        "'br, gzip', br, gzip",
        "'gzip, gzip', gzip, gzip",
        "'zstd,identity, deflate', zstd, deflate"
    })
    void undoesTwoCodingsInTheOrderInWhichTheyWereApplied(String header, String first, String second)
            throws IOException {
        assertThat(((Fetched) fetch(header, coded(second, coded(first, BODY)))).body())
                .isEqualTo(BODY);
    }

    @Test
    void readsTwoHeadersAsOneList() throws IOException {
        byte[] coded = coded("br", coded("gzip", BODY));
        server.at("/a", out -> send(out, OK + "Content-Encoding: gzip\r\nContent-Encoding: br\r\n", coded));

        assertThat(((Fetched) fetch("/a")).body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, gzip, gzip", "xz", "nonsense", "gzip; q=1", "compress"})
    void refusesCodingsThatItDidNotAskFor(String header) throws IOException {
        assertThat(failure(fetch(header, coded("gzip", new byte[100])))).isEqualTo(Failure.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "none", "UTF-8"})
    void whatNamesNoCodingIsNone(String header) {
        assertThat(((Fetched) fetch(header, BODY)).body()).isEqualTo(BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void anEmptyBodyHasNoCodingToUndo(String header) {
        assertThat(((Fetched) fetch(header, new byte[0])).body()).isEmpty();
    }

    /// F7: a body that ends in the middle is never taken for the whole, however much of it could be read.
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw", "br", "zstd"})
    void failsOnACodingThatIsCutShort(String coding) throws IOException {
        byte[] whole = coded(coding, BODY);
        String header = coding.equals("raw") ? "deflate" : coding;

        for (int missing : new int[] {1, 3, whole.length / 2, whole.length - 1}) {
            byte[] cut = Arrays.copyOf(whole, whole.length - missing);
            assertThat(failure(fetch(header, cut))).as("%d missing", missing).isEqualTo(Failure.PROTOCOL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void failsOnWhatIsNotCodedAsItSays(String coding) {
        assertThat(failure(fetch(coding, "<html>plain text</html>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Failure.PROTOCOL);
    }

    /// Any bytes end in an outcome, in the time that their number allows.
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw", "br", "zstd"})
    void survivesAnyBytes(String coding) throws IOException {
        long seed = 20260304;
        var random = new Random(seed);
        byte[] whole = coded(coding, Arrays.copyOf(BODY, 2000));
        var codings = java.util.List.of(coding.equals("raw") ? "deflate" : coding);

        for (int round = 0; round < 3000; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(Math.min(bytes.length, round % 2 == 0 ? 40 : bytes.length))] =
                        (byte) random.nextInt(256);
            }
            var into = new BoundedBytes(MAX_BODY, bytes.length);
            try {
                BodyDecoding.decode(bytes, codings, into);
            } catch (IOException e) {
                assertThat(e).as("seed %d round %d", seed, round).hasMessageContaining("body");
            }
            assertThat(into.size()).isLessThanOrEqualTo(MAX_BODY);
        }
    }

    @Test
    void readsAllMembersOfAGzipBodyAndNothingBehindThem() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(coded("gzip", "first ".getBytes(StandardCharsets.UTF_8)));
        bytes.writeBytes(coded("gzip", new byte[0]));
        bytes.writeBytes(coded("gzip", "second".getBytes(StandardCharsets.UTF_8)));
        bytes.writeBytes("<!-- padding of a server -->".getBytes(StandardCharsets.UTF_8));

        assertThat(((Fetched) fetch("gzip", bytes.toByteArray())).body())
                .asString()
                .isEqualTo("first second");
    }

    /// A decoder that calls itself for each member would run out of stack here.
    @Test
    void readsHundredsOfThousandsOfEmptyMembers() throws IOException {
        byte[] empty = coded("gzip", new byte[0]);
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 300_000; i++) {
            bytes.writeBytes(empty);
        }
        var into = new BoundedBytes(MAX_BODY, bytes.size());

        BodyDecoding.decode(bytes.toByteArray(), java.util.List.of("gzip"), into);

        assertThat(into.size()).isZero();
    }

    @Test
    void readsAGzipHeaderWithAllItsParts() throws IOException {
        byte[] plain = coded("gzip", BODY);
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 3);
        bytes.write(0x1e);
        bytes.write(plain, 4, 6);
        bytes.writeBytes(new byte[] {3, 0, 1, 2, 3, 'n', 'a', 'm', 'e', 0, 'n', 'o', 't', 'e', 0, 7, 7});
        bytes.write(plain, 10, plain.length - 10);

        assertThat(((Fetched) fetch("gzip", bytes.toByteArray())).body()).isEqualTo(BODY);
    }

    /// RFC 9659: a larger window is only a way to make others take memory.
    @Test
    void refusesAZstdWindowAbove8Mebibytes() throws IOException {
        var coded = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStreamNoFinalizer(coded)) {
            out.setLong(27);
            out.write(BODY);
        }

        assertThat(failure(fetch("zstd", coded.toByteArray()))).isEqualTo(Failure.PROTOCOL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
    void refusesACompressedBodyUnreadWhereNoneIsAskedFor(String coding) throws IOException {
        byte[] coded = coded(coding, BODY);
        server.at("/a", out -> send(out, OK + "Content-Encoding: " + coding + "\r\n", coded));
        var settings = new FetchSettings("https://example.org/bot", DEADLINE, MAX_BODY, false);

        try (var plain = new Fetcher(settings, new AddressGuard(Set.of(server.authority())))) {
            FetchOutcome outcome = plain.fetch(server.url("/a"), Map.of());

            assertThat(failure(outcome)).isEqualTo(Failure.PROTOCOL);
            assertThat(server.requests().getFirst()).contains("Accept-Encoding: identity\r\n");
        }
    }
}
