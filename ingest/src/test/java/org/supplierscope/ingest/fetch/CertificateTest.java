package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

/// F9: certificates are verified unless a source is trusted without.
class CertificateTest {

    private static final String WORD = "not-a-secret";

    @TempDir
    private Path folder;

    private Fetcher fetcher(HostileServer server) {
        return new Fetcher(
                new FetchSettings("https://example.org/bot", Duration.ofSeconds(3), 100_000),
                new AddressGuard(Set.of(server.authority())));
    }

    /// Made by the JDK's keytool.
    private HostileServer server(String name, String... validity) throws Exception {
        Path keys = folder.resolve("keys.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storepass",
                WORD,
                "-alias",
                "mill",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:" + name));
        command.addAll(List.of(validity));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(() -> read(folder.resolve("keytool.txt")))
                .isZero();
        return new HostileServer(
                context(keys).getServerSocketFactory().createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
    }

    private static SSLContext context(Path keys) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, WORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, WORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static URI url(HostileServer server) {
        return URI.create("https://" + server.authority() + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "self-signed, 127.0.0.1, -10d, 3650",
        "expired, 127.0.0.1, -10d, 5",
        "not yet valid, 127.0.0.1, +10d, 50",
        "for another name, 127.0.0.2, -10d, 3650"
    })
    void refusesABadCertificateUnlessItsSourceIsTrustedWithout(String what, String name, String start, String days)
            throws Exception {
        try (HostileServer server = server(name, "-startdate", start, "-validity", days);
                Fetcher fetcher = fetcher(server)) {
            server.at("/", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello");

            FetchOutcome verified = fetcher.fetch(url(server), Map.of());
            FetchOutcome trusted = fetcher.fetch(url(server), Map.of(), Trust.ANY_CERTIFICATE);
            FetchOutcome again = fetcher.fetch(url(server), Map.of());

            assertThat(List.of(verified, again))
                    .as(what)
                    .allSatisfy(outcome -> assertThat(outcome)
                            .isInstanceOfSatisfying(
                                    Failed.class,
                                    failed -> assertThat(failed.kind()).isEqualTo(Failure.TLS)));
            assertThat(((Fetched) trusted).body()).as(what).asString().isEqualTo("Hello");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void neverPostsToABadCertificate() throws Exception {
        try (HostileServer server = server("127.0.0.1", "-validity", "10");
                Fetcher fetcher = fetcher(server)) {
            assertThat(fetcher.post(url(server), Map.of(), new byte[] {1})).isInstanceOf(Failed.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void whoTrustsAnyCertificateDialsNoOtherAddresses() throws Exception {
        try (HostileServer server = server("127.0.0.1", "-validity", "10");
                Fetcher fetcher = new Fetcher(
                        new FetchSettings("https://example.org/bot", Duration.ofSeconds(3), 100_000),
                        new AddressGuard(Set.of()))) {
            assertThat(fetcher.fetch(url(server), Map.of(), Trust.ANY_CERTIFICATE))
                    .isInstanceOf(Refused.class);
            assertThat(server.connections()).isZero();
        }
    }

    /// F6, over TLS: what drips is cut off at the deadline, and the socket with it.
    @Test
    void givesUpOnATlsServerThatDrips() throws Exception {
        try (HostileServer server = server("127.0.0.1", "-validity", "10");
                Fetcher fetcher = fetcher(server)) {
            server.at("/", out -> {
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                while (true) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(20);
                }
            });

            FetchOutcome outcome = fetcher.fetch(url(server), Map.of(), Trust.ANY_CERTIFICATE);

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.kind()).isEqualTo(Failure.DEADLINE));
            Awaiting.until("the socket is closed", () -> server.openSockets() == 0);
            Awaiting.until("the thread is free", () -> fetcher.underWay() == 0);
        }
    }
}
