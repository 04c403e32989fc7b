package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

/// What the fetcher dials, from address to socket.
class GuardedFetchingTest extends FetchingFromHostileServer {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    /// Looked up here, never dialled.
    private static final InetAddress PUBLIC = InetAddress.ofLiteral("1.1.1.1");

    GuardedFetchingTest() throws IOException {
        super();
    }

    /// Names that lead where a test says.
    private static final class Names implements DnsResolver {
        private final Deque<InetAddress[]> answers = new ArrayDeque<>();
        private final AtomicInteger asked = new AtomicInteger();

        Names(InetAddress[]... answers) {
            this.answers.addAll(List.of(answers));
        }

        @Override
        public synchronized InetAddress[] resolve(String host) {
            asked.incrementAndGet();
            return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException("a name is only ever looked up to be dialled");
        }
    }

    private static Fetcher closed(DnsResolver names) {
        var settings = new FetchSettings("https://example.org/bot", DEADLINE, MAX_BODY);
        return new Fetcher(settings, new AddressGuard(Set.of()), names);
    }

    /// F1: whatever way a host is written. Some of these are no host to the parser or no name to the resolver;
    /// then nothing is dialled either.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "127.0.1",
                "2130706433",
                "0x7f000001",
                "0x7F.0x00.0x00.0X01",
                "0x7f.1",
                "0177.0.0.1",
                "017700000001",
                "0",
                "0.0.0.0",
                "127.0.0.1.",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "[::1]",
                "[::]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[::a9fe:a9fe]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
                "[2606:4700::5efe:7f00:1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[ff02::1]",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "192.168.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "ip6-localhost",
                "under_score.localhost"
            })
    void dialsNothingThatIsNotPublicHoweverItIsWritten(String host) throws IOException {
        try (Fetcher closed = fetcher(Set.of())) {
            URI url = URI.create("http://" + host + ":" + server.url("/").getPort() + "/");

            for (FetchOutcome outcome :
                    List.of(closed.fetch(url, Map.of()), closed.post(url, Map.of(), new byte[] {1}))) {
                assertThat(outcome)
                        .satisfiesAnyOf(
                                refused -> assertThat(refused)
                                        .isInstanceOfSatisfying(
                                                Refused.class,
                                                it -> assertThat(it.kind()).isEqualTo(Refusal.ADDRESS)),
                                unknown -> assertThat(failure(unknown)).isEqualTo(Failure.NO_SUCH_HOST));
            }
            assertThat(server.connections()).isZero();
        }
    }

    /// F2: public when checked, private when dialled. There is no second look-up, so there is nothing between.
    @Test
    void dialsTheAddressThatWasCheckedThoughTheNameFlips() throws IOException {
        var names = new Names(new InetAddress[] {PUBLIC}, new InetAddress[] {LOOPBACK});
        var guarded = new GuardedResolver(new AddressGuard(Set.of()), names);

        assertThat(guarded.resolve("flip.example", 80)).containsExactly(new InetSocketAddress(PUBLIC, 80));

        try (Fetcher fetcher = closed(names)) {
            for (int i = 0; i < 5; i++) {
                FetchOutcome outcome = fetcher.fetch(
                        URI.create("http://flip.example:" + server.url("/").getPort() + "/"), Map.of());
                assertThat(outcome).isInstanceOf(Refused.class);
            }
        }
        assertThat(names.asked).hasValue(6);
        assertThat(server.connections()).isZero();
    }

    /// F2: one look-up for each request, so that the answer that is checked is the one that is dialled.
    @Test
    void looksANameUpOnceForEachRequest() throws IOException {
        var names = new Names(new InetAddress[] {LOOPBACK});
        int port = server.url("/").getPort();
        var settings = new FetchSettings("https://example.org/bot", DEADLINE, MAX_BODY);
        try (Fetcher fetcher = new Fetcher(settings, new AddressGuard(Set.of("mill.example:" + port)), names)) {
            assertThat(fetcher.fetch(URI.create("http://mill.example:" + port + "/"), Map.of()))
                    .isInstanceOf(Fetched.class);
        }

        assertThat(names.asked).hasValue(1);
    }

    /// F2: a name with a public and a private address is dialled at the public one only.
    @Test
    void leavesThePrivateOnesOutOfSeveralAddresses() throws UnknownHostException {
        var names = new Names(new InetAddress[] {LOOPBACK, PUBLIC, InetAddress.ofLiteral("::1")});

        assertThat(new GuardedResolver(new AddressGuard(Set.of()), names).resolve("two.example", 443))
                .containsExactly(new InetSocketAddress(PUBLIC, 443));
    }

    /// F3: each hop is a request of its own, with the same checks.
    @Test
    void refusesTheTargetOfARedirectLikeAnyAddress() {
        int port = server.url("/").getPort();
        for (String target : new String[] {
            "http://169.254.169.254/latest/meta-data/",
            "http://localhost:" + port + "/",
            "http://[::1]:" + port + "/",
            "file:///etc/passwd",
            "ftp://127.0.0.1/x",
            "data:text/html,x",
            "gopher://127.0.0.1:70/x",
            "jar:http://example.org/x!/y"
        }) {
            server.at("/a", "HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n");

            FetchOutcome first = fetch("/a");

            assertThat(first).as(target).isEqualTo(new Redirected(URI.create(target), false));
            assertThat(fetcher.fetch(((Redirected) first).target(), Map.of()))
                    .as(target)
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.ADDRESS));
        }
        assertThat(server.requests()).hasSize(8).allMatch(request -> request.startsWith("GET /a "));
    }

    /// F3: from https to http there is nothing to drop.
    @ParameterizedTest
    @ValueSource(strings = {"http://name:word@AUTHORITY/", "http://name@AUTHORITY/", "http://@AUTHORITY/"})
    void sendsNoCredentials(String url) {
        FetchOutcome outcome = fetcher.fetch(URI.create(url.replace("AUTHORITY", server.authority())), Map.of());

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(server.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:a@example.org", "//example.org/", "/path", "http:///path", "http:", "urn:x"})
    void refusesWhatIsNoWebAddress(String address) {
        if (address.equals("http:")) {
            // Java has no such address at all.
            return;
        }
        assertThat(fetcher.fetch(URI.create(address), Map.of())).isInstanceOf(Refused.class);
    }

    @Test
    void asksHostsWithAnUnderscore() throws IOException {
        int port = server.url("/").getPort();
        var settings = new FetchSettings("https://example.org/bot", DEADLINE, MAX_BODY);
        var names = new Names(new InetAddress[] {LOOPBACK});
        try (Fetcher fetcher = new Fetcher(settings, new AddressGuard(Set.of("the_mill.example:" + port)), names)) {
            FetchOutcome outcome = fetcher.fetch(URI.create("http://the_mill.example:" + port + "/"), Map.of());

            assertThat(outcome).isInstanceOf(Fetched.class);
            assertThat(server.requests().getFirst()).contains("Host: the_mill.example:" + port + "\r\n");
        }
    }

    @Test
    void postsWithTheSameNameAndLimits() {
        server.at("/hub", "HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
        server.at("/large", out -> send(out, OK, new byte[MAX_BODY + 1]));
        byte[] form = "hub.mode=subscribe&hub.topic=https%3A%2F%2Fexample.org%2Ffeed".getBytes(StandardCharsets.UTF_8);
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");

        FetchOutcome outcome = fetcher.post(server.url("/hub"), headers, form);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Fetched.class, fetched -> assertThat(fetched.status()).isEqualTo(202));
        assertThat(server.requests().getFirst())
                .startsWith("POST /hub HTTP/1.1\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                .contains("User-Agent: Supplierscope/");
        assertThat(server.bodies()).containsExactly(new String(form, StandardCharsets.UTF_8));
        assertThat(fetcher.post(server.url("/large"), headers, form)).isInstanceOf(Refused.class);
        assertThat(fetcher.post(server.url("/nowhere"), headers, form))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.status()).isEqualTo(404));
    }

    /// Validators come from servers and go back to them.
    @Test
    void letsNoHeaderValueStartAnotherHeader() {
        fetcher.fetch(server.url("/"), Map.of("If-None-Match", "\"7\"\r\nX-Evil: 1\r\n\r\nGET /b HTTP/1.1"));

        assertThat(server.requests()).hasSize(1);
        assertThat(server.requests().getFirst().lines()).noneMatch(line -> line.startsWith("X-Evil"));
    }

    @Test
    void holdsNothingAfterwards() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            fetch("/");
            fetch("/nowhere");
        }

        Awaiting.until("no socket is open", () -> server.openSockets() == 0);
        Awaiting.until("nothing is under way", () -> fetcher.underWay() == 0);
    }
}
