package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

/// F6 and F7: answers made to exhaust or confuse whoever asks.
class HostileAnswersTest extends FetchingFromHostileServer {

    HostileAnswersTest() throws IOException {
        super();
    }

    @Test
    void takesABodyOfExactlyTheLimitAndNoByteMore() {
        server.at("/most", out -> send(out, OK, new byte[MAX_BODY]));
        server.at("/more", out -> send(out, OK, new byte[MAX_BODY + 1]));

        assertThat(((Fetched) fetch("/most")).body()).hasSize(MAX_BODY);
        assertThat(fetch("/more"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"200 OK", "302 Found", "404 Not Found", "500 Oops", "429 Too Many Requests", "304 Not Modified"})
    void doesNotListenToABodyThatNeverEnds(String status) throws InterruptedException {
        server.at("/a", out -> {
            out.write(("HTTP/1.1 " + status + "\r\nLocation: /b\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                out.write(chunk);
            }
        });

        long start = System.nanoTime();
        FetchOutcome outcome = fetch("/a");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
        assertThat(outcome instanceof Failed failed && failed.kind() == Failure.DEADLINE)
                .isFalse();
        Awaiting.until("the socket is closed", () -> server.openSockets() == 0);
    }

    @Test
    void givesUpAtTheDeadlineWhateverDripsAndFreesTheSocket() throws InterruptedException {
        server.at("/body", out -> drip(out, OK + "\r\n", "x"));
        server.at("/header", out -> drip(out, "HTTP/1.1 200 OK\r\nX-Long: ", "x"));
        server.at("/headers", out -> drip(out, "HTTP/1.1 200 OK\r\n", "A: b\r\n"));
        server.at("/hints", out -> drip(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n"));
        server.at("/chunks", out -> drip(out, OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
        server.silentAt("/silence", "");
        var outcomes = new java.util.concurrent.ConcurrentHashMap<String, FetchOutcome>();

        for (String path : new String[] {"/body", "/header", "/headers", "/hints", "/chunks", "/silence"}) {
            Thread.ofVirtual().start(() -> outcomes.put(path, fetcher.fetch(server.url(path), Map.of())));
        }

        Awaiting.until("all outcomes", () -> outcomes.size() == 6);
        assertThat(outcomes)
                .allSatisfy(
                        (path, outcome) -> assertThat(failure(outcome)).as(path).isEqualTo(Failure.DEADLINE));
        holdsNothing();
    }

    /// F6: whatever was broken off, no socket and no thread is left behind.
    private void holdsNothing() throws InterruptedException {
        Awaiting.until("the sockets are closed", () -> server.openSockets() == 0);
        Awaiting.until("the threads are free", () -> fetcher.underWay() == 0);
    }

    /// F6: a hundred slow servers cost a hundred deadlines at once, not one after the other.
    @Test
    void leavesNothingBehindAfterManySlowAnswers() throws InterruptedException {
        server.silentAt("/silence", "");
        server.at("/body", out -> drip(out, OK + "\r\n", "x"));
        var outcomes = new java.util.concurrent.ConcurrentLinkedQueue<FetchOutcome>();

        for (int i = 0; i < 100; i++) {
            String path = i % 2 == 0 ? "/silence" : "/body";
            Thread.ofVirtual().start(() -> outcomes.add(fetcher.fetch(server.url(path), Map.of())));
        }

        Awaiting.until("all outcomes", () -> outcomes.size() == 100);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(failure(outcome)).isEqualTo(Failure.DEADLINE));
        holdsNothing();
        assertThat(fetch("/")).isInstanceOf(Fetched.class);
    }

    /// F6: the server ends its half in the middle and keeps the other open.
    @Test
    void doesNotWaitForAServerThatHasClosedItsHalf() throws Exception {
        server.halfClosedAt("/length", OK + "Content-Length: 50\r\n\r\nonly this");
        server.halfClosedAt("/chunks", OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nHello\r\n");
        server.halfClosedAt("/head", "HTTP/1.1 200 OK\r\nContent-");
        server.halfClosedAt("/nothing", "");
        server.halfClosedAt("/whole", OK + "\r\nHello");

        for (String path : new String[] {"/length", "/chunks", "/head", "/nothing"}) {
            assertThat(failure(fetch(path))).as(path).isIn(Failure.PROTOCOL, Failure.CONNECTION);
        }
        assertThat(((Fetched) fetch("/whole")).body()).asString().isEqualTo("Hello");
        Awaiting.until("the threads are free", () -> fetcher.underWay() == 0);
    }

    private static void drip(OutputStream out, String start, String drop) throws IOException, InterruptedException {
        out.write(start.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread.sleep(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Long: ", "X-Many: b\r\n", "HTTP/1.1 103 Early Hints\r\n\r\n"})
    void takesNoHeadersWithoutEnd(String part) {
        String start = part.startsWith("HTTP") ? "" : "HTTP/1.1 200 OK\r\n";
        server.at("/a", out -> {
            out.write((start + part).getBytes(StandardCharsets.ISO_8859_1));
            byte[] more = (part.endsWith("\n") ? part : "x").repeat(2000).getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                out.write(more);
            }
        });

        assertThat(failure(fetch("/a"))).isIn(Failure.PROTOCOL, Failure.DEADLINE);
    }

    @Test
    void givesUpAtTheDeadlineOnATlsHandshakeThatStalls() throws InterruptedException {
        server.at("/", out -> Thread.sleep(60_000));

        long start = System.nanoTime();
        FetchOutcome outcome = fetcher.fetch(URI.create("https://" + server.authority() + "/"), Map.of());

        assertThat(failure(outcome)).isEqualTo(Failure.DEADLINE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(1));
        Awaiting.until("the thread is free", () -> fetcher.underWay() == 0);
    }

    /// F6: each byte of a handshake restarts the clock of the socket, but not that of the request.
    @Test
    void givesUpAtTheDeadlineOnATlsHandshakeThatDrips() throws Exception {
        try (var dripping = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                Fetcher opened = fetcher(Set.of("127.0.0.1:" + dripping.getLocalPort()))) {
            var hungUp = new java.util.concurrent.atomic.AtomicBoolean();
            Thread.ofVirtual().start(() -> {
                try (var socket = dripping.accept()) {
                    // A handshake record of 16 kB, a byte at a time.
                    drip(socket.getOutputStream(), "\u0016\u0003\u0003@\u0000\u0002\u0000?\u00fc", "x");
                } catch (IOException | InterruptedException e) {
                    hungUp.set(true);
                }
            });

            FetchOutcome outcome =
                    opened.fetch(URI.create("https://127.0.0.1:" + dripping.getLocalPort() + "/"), Map.of());

            assertThat(failure(outcome)).isEqualTo(Failure.DEADLINE);
            Awaiting.until("the socket is closed", hungUp::get);
            Awaiting.until("the thread is free", () -> opened.underWay() == 0);
        }
    }

    @Test
    void saysThatTlsFailed() throws IOException {
        try (var plain = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                Fetcher opened = fetcher(Set.of("127.0.0.1:" + plain.getLocalPort()))) {
            Thread.ofVirtual().start(() -> {
                try (var socket = plain.accept()) {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                    // The client hung up first.
                }
            });

            assertThat(failure(opened.fetch(URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/"), Map.of())))
                    .isEqualTo(Failure.TLS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>HTTP/0.9 speaks without a head</html>",
                "\u0000\u0001\u0002\u0003\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHe",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: rot13\r\n\r\nx",
                ""
            })
    void failsOnWhatIsNotHttpOrIsCutShort(String answer) {
        server.at("/a", answer);

        assertThat(failure(fetch("/a"))).isIn(Failure.PROTOCOL, Failure.CONNECTION);
    }

    /// F7: a 304 to a question that did not allow for it.
    @Test
    void doesNotBelieveThatNothingChangedWhenNothingIsKnown() {
        server.at("/a", "HTTP/1.1 304 Not Modified\r\nETag: \"8\"\r\nCache-Control: max-age=60\r\n\r\n");

        assertThat(failure(fetch("/a"))).isEqualTo(Failure.PROTOCOL);
        assertThat(fetcher.fetch(server.url("/a"), Map.of("If-Modified-Since", "Wed, 04 Mar 2026 10:00:00 GMT")))
                .isInstanceOfSatisfying(FetchOutcome.NotModified.class, unchanged -> {
                    assertThat(unchanged.header("etag")).isEqualTo("\"8\"");
                    assertThat(Freshness.of(unchanged.headers(), java.time.Instant.EPOCH)
                                    .remaining())
                            .isEqualTo(Duration.ofMinutes(1));
                });
    }

    /// F7: a Content-Length that is too short ends the body all the same (RFC 9112, section 6.3), as in
    /// browsers.
    @Test
    void ignoresWhatComesBehindTheBody() {
        server.at("/a", OK + "Content-Length: 5\r\n\r\nHello and more that was not announced");

        assertThat(((Fetched) fetch("/a")).body()).asString().isEqualTo("Hello");
        assertThat(((Fetched) fetch("/")).body()).asString().isEqualTo("Hello");
    }
}
