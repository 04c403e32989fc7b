package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;

/// A fetcher that may ask a hostile server on loopback, and nobody else there.
abstract class FetchingFromHostileServer {

    static final Duration DEADLINE = Duration.ofSeconds(2);
    static final int MAX_BODY = 100_000;
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    final HostileServer server;
    final Fetcher fetcher;

    FetchingFromHostileServer() throws IOException {
        server = new HostileServer();
        fetcher = fetcher(Set.of(server.authority()));
    }

    static Fetcher fetcher(Set<String> opened) {
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

    FetchOutcome fetch(String path) {
        long start = System.nanoTime();
        FetchOutcome outcome = fetcher.fetch(server.url(path), Map.of());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plusSeconds(3));
        return outcome;
    }

    static byte[] coded(String coding, byte[] body) throws IOException {
        if (coding.equals("br")) {
            return Brotli.stored(body);
        }
        var coded = new ByteArrayOutputStream();
        try (OutputStream out = switch (coding) {
            case "gzip" -> new GZIPOutputStream(coded);
            case "deflate" -> new DeflaterOutputStream(coded);
            case "raw" -> new DeflaterOutputStream(coded, new Deflater(9, true));
            case "zstd" -> new ZstdOutputStreamNoFinalizer(coded);
            default -> throw new IllegalArgumentException(coding);
        }) {
            out.write(body);
        }
        return coded.toByteArray();
    }

    static void send(OutputStream out, String head, byte[] body) throws IOException {
        out.write((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
    }

    static Failure failure(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).kind();
    }
}
