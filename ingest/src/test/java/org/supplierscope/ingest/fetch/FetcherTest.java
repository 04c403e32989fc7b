package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

class FetcherTest {

    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final int MAX_BODY = 100_000;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private HostileServer server;
    private Fetcher fetcher;

    FetcherTest() throws IOException {
        server = new HostileServer();
        fetcher = fetcher(Set.of(server.authority()));
    }

    private static Fetcher fetcher(Set<String> opened) {
        return new Fetcher(new FetchSettings("https://example.org/bot", DEADLINE, MAX_BODY), new AddressGuard(opened));
    }

    @BeforeEach
    void answerSomewhere() {
        server.at("/", OK + "Content-Length: 5\r\nX-Two: a\r\nX-Two: b\r\n\r\nHello");
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        server.close();
    }

    private FetchOutcome fetch(String path) {
        long start = System.nanoTime();
        FetchOutcome outcome = fetcher.fetch(server.url(path), Map.of());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(3));
        return outcome;
    }

    private static byte[] coded(String coding, byte[] body) throws IOException {
        var coded = new ByteArrayOutputStream();
        try (OutputStream out = switch (coding) {
            case "gzip" -> new GZIPOutputStream(coded);
            case "deflate" -> new DeflaterOutputStream(coded);
            case "raw" -> new DeflaterOutputStream(coded, new Deflater(9, true));
            default -> throw new IllegalArgumentException(coding);
        }) {
            out.write(body);
        }
        return coded.toByteArray();
    }

    private static void send(OutputStream out, String head, byte[] body) throws IOException {
        out.write((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
    }

    private static Failure failure(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).kind();
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
                .contains("Accept-Encoding: gzip, deflate\r\n")
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

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "raw"})
    void undoesTheCodingsThatItAsksFor(String coding) {
        byte[] body = "Supply chains, ".repeat(3000).getBytes(StandardCharsets.UTF_8);
        String name = coding.equals("raw") ? "deflate" : coding;
        server.at("/a", out -> send(out, OK + "Content-Encoding: " + name + "\r\n", coded(coding, body)));

        var fetched = (Fetched) fetch("/a");

        assertThat(fetched.body()).isEqualTo(body);
        assertThat(fetched.header("Content-Encoding")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "xz", "nonsense"})
    void refusesCodingsThatItDidNotAskFor(String coding) {
        server.at("/a", out -> send(out, OK + "Content-Encoding: " + coding + "\r\n", coded("gzip", new byte[100])));

        assertThat(failure(fetch("/a"))).isEqualTo(Failure.PROTOCOL);
    }

    @Test
    void failsOnABrokenCoding() throws IOException {
        byte[] whole = coded("gzip", "Supply chains, ".repeat(3000).getBytes(StandardCharsets.UTF_8));
        byte[] garbage = whole.clone();
        Arrays.fill(garbage, 20, 60, (byte) 7);
        server.at("/cut", out -> send(out, OK + "Content-Encoding: gzip\r\n", Arrays.copyOf(whole, whole.length / 2)));
        server.at("/garbage", out -> send(out, OK + "Content-Encoding: gzip\r\n", garbage));
        server.at(
                "/plain",
                out -> send(out, OK + "Content-Encoding: gzip\r\n", "plain".getBytes(StandardCharsets.UTF_8)));
        server.at("/inflate", out -> send(out, OK + "Content-Encoding: deflate\r\n", garbage));

        for (String path : new String[] {"/cut", "/garbage", "/plain", "/inflate"}) {
            assertThat(failure(fetch(path))).as(path).isEqualTo(Failure.PROTOCOL);
        }
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
    @ValueSource(strings = {"gzip", "deflate"})
    void breaksOffABombWithoutUnpackingIt(String coding) throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (OutputStream out = coding.equals("gzip") ? new GZIPOutputStream(bomb) : new DeflaterOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 500; i++) {
                out.write(zeros);
            }
        }
        server.at("/a", out -> send(out, OK + "Content-Encoding: " + coding + "\r\n", bomb.toByteArray()));

        long start = System.nanoTime();
        FetchOutcome outcome = fetch("/a");

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.dividedBy(2));
    }

    /// The rest of an answer that was refused must not be read to its end, nor that of one that needs no body.
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

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.dividedBy(2));
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
        server.at("/silence", out -> Thread.sleep(60_000));
        var outcomes = new java.util.concurrent.ConcurrentHashMap<String, FetchOutcome>();

        for (String path : new String[] {"/body", "/header", "/headers", "/hints", "/chunks", "/silence"}) {
            Thread.ofVirtual().start(() -> outcomes.put(path, fetcher.fetch(server.url(path), Map.of())));
        }

        Awaiting.until("all outcomes", () -> outcomes.size() == 6);
        assertThat(outcomes)
                .allSatisfy(
                        (path, outcome) -> assertThat(failure(outcome)).as(path).isEqualTo(Failure.DEADLINE));
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
    void givesUpAtTheDeadlineOnATlsHandshakeThatStalls() {
        server.at("/", out -> Thread.sleep(60_000));

        long start = System.nanoTime();
        FetchOutcome outcome = fetcher.fetch(URI.create("https://" + server.authority() + "/"), Map.of());

        assertThat(failure(outcome)).isEqualTo(Failure.DEADLINE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(1));
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
    void failsOnWhatIsNotHttp(String answer) {
        server.at("/a", answer);

        assertThat(failure(fetch("/a"))).isIn(Failure.PROTOCOL, Failure.CONNECTION);
    }

    @Test
    void ignoresWhatComesBehindTheBody() {
        server.at("/a", OK + "Content-Length: 5\r\n\r\nHello and more that was not announced");

        assertThat(((Fetched) fetch("/a")).body()).asString().isEqualTo("Hello");
        assertThat(((Fetched) fetch("/")).body()).asString().isEqualTo("Hello");
    }

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

        FetchOutcome outcome = fetch("/a");

        assertThat(outcome instanceof Failed failed ? failed.kind().name() : "NONE")
                .isEqualTo(kind);
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
