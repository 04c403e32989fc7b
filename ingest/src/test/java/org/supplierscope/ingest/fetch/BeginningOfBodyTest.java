package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

class BeginningOfBodyTest extends FetchingFromHostileServer {

    private static final int WANTED = 20_000;

    BeginningOfBodyTest() throws IOException {
        super();
    }

    private FetchOutcome beginning(String path) {
        return fetcher.fetchBeginning(server.url(path), Trust.VERIFIED, WANTED);
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(20_261_122).nextBytes(noise);
        return noise;
    }

    // F10: a robots.txt that is larger than any page.
    @Test
    void isHadOfABodyThatIsTooLarge() {
        byte[] large = noise(3 * MAX_BODY);
        server.at("/large", out -> send(out, OK, large));

        assertThat(fetch("/large")).isInstanceOf(Refused.class);
        assertThat(((Fetched) beginning("/large")).body()).isEqualTo(Arrays.copyOf(large, WANTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "zstd"})
    void isHadOfACodedBody(String coding) throws IOException {
        byte[] large = noise(3 * MAX_BODY);
        byte[] coded = coded(coding, large);
        server.at("/large", out -> send(out, OK + "Content-Encoding: " + coding + "\r\n", coded));

        byte[] body = ((Fetched) beginning("/large")).body();

        // The decoder may need what was cut off for the last of its bytes.
        assertThat(body.length).isBetween(1, WANTED);
        assertThat(body).isEqualTo(Arrays.copyOf(large, body.length));
    }

    @Test
    void isTheWholeOfASmallBody() throws IOException {
        byte[] coded = coded("gzip", "User-agent: *".getBytes(StandardCharsets.US_ASCII));
        server.at("/small", out -> send(out, OK + "Content-Encoding: gzip\r\n", coded));

        assertThat(((Fetched) beginning("/")).body()).asString().isEqualTo("Hello");
        assertThat(((Fetched) beginning("/small")).body()).asString().isEqualTo("User-agent: *");
    }

    @Test
    void isNotWaitedForBeyondWhatIsWanted() {
        server.at("/endless", out -> {
            out.write((OK + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(noise(WANTED));
            out.flush();
            Thread.sleep(DEADLINE.multipliedBy(5));
        });

        assertThat(((Fetched) beginning("/endless")).body()).hasSize(WANTED);
    }

    @Test
    void isNoExcuseForABodyThatBreaksOff() {
        server.at("/broken", OK + "Content-Length: 100\r\n\r\nHello");
        server.at("/garbage", OK + "Content-Length: 5\r\nContent-Encoding: gzip\r\n\r\nHello");

        assertThat(beginning("/broken")).isInstanceOf(Failed.class);
        assertThat(beginning("/garbage")).isInstanceOf(Failed.class);
    }
}
