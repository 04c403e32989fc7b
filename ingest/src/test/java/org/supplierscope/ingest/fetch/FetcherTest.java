package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

class FetcherTest extends FetchingFromHostileServer {

    FetcherTest() throws IOException {
        super();
    }

    @Test
    void bringsBodyAndHeadersAndSaysWhoAsks() {
        var outcome = (Fetched) fetcher.fetch(server.url("/"), Map.of("If-None-Match", "\"7\""));

        assertThat(outcome.body()).asString().isEqualTo("Hello");
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(outcome.header("content-TYPE")).isEqualTo("text/html");
        assertThat(outcome.header("Content-Length")).isNull();
        assertThat(outcome.headers()).contains(Map.entry("X-Two", "a"), Map.entry("X-Two", "b"));
        assertThat(server.requests().getFirst())
                .startsWith("GET / HTTP/1.1\r\n")
                .contains("User-Agent: Supplierscope/0.1 (+https://example.org/bot)\r\n")
                .contains("Accept-Encoding: gzip, deflate, br, zstd\r\n")
                .contains("Connection: close\r\n")
                .contains("If-None-Match: \"7\"\r\n")
                .doesNotContain("Cookie");
    }

    @Test
    void asksForAnAddressAsItIsWritten() {
        fetch("/%E6%96%B0?q=a+b%20c&x=%2f");

        assertThat(server.requests().getFirst()).startsWith("GET /%E6%96%B0?q=a+b%20c&x=%2f HTTP/1.1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:",
                "http://localhost:",
                "http://2130706433:",
                "http://[::1]:",
                "http://[::ffff:127.0.0.1]:"
            })
    void refusesPrivateAddressesByNumberAndByName(String host) throws IOException {
        int port = server.url("/").getPort();
        try (Fetcher closed = fetcher(Set.of())) {
            FetchOutcome outcome = closed.fetch(URI.create(host + port + "/"), Map.of());

            assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.kind()).isEqualTo(Refusal.ADDRESS);
                assertThat(refused.reason()).contains("not on the public internet");
            });
        }
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/",
                "data:text/html,x",
                "mailto:a@b.c",
                "/path",
                "http:/x"
            })
    void refusesWhatIsNotTheWeb(String url) {
        assertThat(fetcher.fetch(URI.create(url), Map.of()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.ADDRESS));
    }

    @Test
    void knowsNoHostOfThatName() {
        assertThat(failure(fetcher.fetch(URI.create("http://nowhere.invalid/"), Map.of())))
                .isEqualTo(Failure.NO_SUCH_HOST);
    }

    @Test
    void findsNobodyListening() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Fetcher opened = fetcher(Set.of("127.0.0.1:" + port))) {
            assertThat(failure(opened.fetch(URI.create("http://127.0.0.1:" + port + "/"), Map.of())))
                    .isEqualTo(Failure.CONNECTION);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, /b, true, http://AUTHORITY/b",
        "302, b?x=1, false, http://AUTHORITY/old/b?x=1",
        "303, ?page=2, false, http://AUTHORITY/old/a?page=2",
        "307, http://169.254.169.254/latest, false, http://169.254.169.254/latest",
        "308, //example.net/新 聞, true, http://example.net/%E6%96%B0%20%E8%81%9E",
        "302, file:///etc/passwd, false, file:///etc/passwd"
    })
    void namesTheTargetOfARedirectAndDoesNotFollow(int status, String location, boolean permanent, String target) {
        server.at(
                "/old/a",
                out -> send(
                        out,
                        "HTTP/1.1 " + status + " Moved\r\nLocation: "
                                + new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                                + "\r\n",
                        new byte[0]));

        FetchOutcome outcome = fetch("/old/a");

        assertThat(outcome)
                .isEqualTo(new Redirected(URI.create(target.replace("AUTHORITY", server.authority())), permanent));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Location:\r\n", "Location: http://[\r\n", "Location: \\\\evil\r\n"})
    void failsOnARedirectToNowhere(String header) {
        server.at("/a", "HTTP/1.1 302 Found\r\n" + header + "Content-Length: 0\r\n\r\n");

        assertThat(failure(fetch("/a"))).isEqualTo(Failure.PROTOCOL);
    }

    /// The rest of an answer that was refused must not be read to its end, nor that of one that needs no body.
    @Test
    void isNotPutOutByAConnectionThatTheServerClosed() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(fetch("/")).isInstanceOf(Fetched.class);
            Awaiting.until("the server closed its side", () -> server.openSockets() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "304, NONE",
        "400, CLIENT_ERROR",
        "404, CLIENT_ERROR",
        "410, CLIENT_ERROR",
        "429, SLOW_DOWN",
        "500, SERVER_ERROR",
        "503, SERVER_ERROR",
        "599, SERVER_ERROR"
    })
    void sortsStatusCodes(int status, String kind) {
        server.at("/a", "HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n");

        FetchOutcome outcome = fetcher.fetch(server.url("/a"), Map.of("If-None-Match", "\"7\""));

        assertThat(outcome instanceof Failed failed ? failed.kind().name() : "NONE")
                .isEqualTo(kind);
        assertThat(outcome instanceof Failed failed ? failed.status() : status).isEqualTo(status);
        assertThat(outcome instanceof NotModified).isEqualTo(status == 304);
    }

    @ParameterizedTest
    @CsvSource({"429, 120", "503, 120", "429, 'Wed, 04 Mar 2026 10:02:00 GMT'", "503, 'Wed, 04 Mar 2026 10:02:00 GMT'"})
    void passesOnHowLongToWait(int status, String retryAfter) {
        server.at(
                "/a",
                "HTTP/1.1 " + status + " X\r\nDate: Wed, 04 Mar 2026 10:00:00 GMT\r\nRetry-After: " + retryAfter
                        + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(fetch("/a")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(Failure.SLOW_DOWN);
            assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
        });
    }

    @Test
    void endsRequestsUnderWayWhenItIsClosed() throws Exception {
        server.at("/silence", out -> Thread.sleep(60_000));
        var outcome = new AtomicReference<FetchOutcome>();
        Thread asking = Thread.ofVirtual().start(() -> outcome.set(fetcher.fetch(server.url("/silence"), Map.of())));
        Awaiting.until("the request is under way", () -> server.openSockets() == 1);

        fetcher.close();
        asking.join();

        assertThat(outcome.get()).isInstanceOf(Failed.class);
        assertThat(fetcher.fetch(server.url("/"), Map.of())).isInstanceOf(Failed.class);
    }

    @Test
    void endsAtOnceWhenItsThreadIsInterrupted() throws Exception {
        server.at("/silence", out -> Thread.sleep(60_000));
        var flag = new AtomicReference<Boolean>();
        Thread asking = Thread.ofVirtual().start(() -> {
            assertThat(fetcher.fetch(server.url("/silence"), Map.of())).isInstanceOf(Failed.class);
            flag.set(Thread.currentThread().isInterrupted());
        });
        Awaiting.until("the request is under way", () -> server.openSockets() == 1);

        asking.interrupt();
        asking.join();

        assertThat(flag.get()).isTrue();
    }
}
