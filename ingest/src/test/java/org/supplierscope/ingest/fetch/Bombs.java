package org.supplierscope.ingest.fetch;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

/// Makes bombs, and as a program has 320 of them go off at once in the heap that it was given.
final class Bombs {

    private static final long SIZE = 10L << 30;
    /// deflate knows no frames that could be repeated, so making it takes time.
    private static final long DEFLATED = 1L << 28;

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private Bombs() {}

    /// Ten gigabytes of blanks; a quarter of one in deflate. In brotli and in two codings they have some ten kilobytes.
    static byte[] of(String codings) throws IOException {
        byte[] made = MADE.get(codings);
        if (made == null) {
            made = make(codings);
            MADE.put(codings, made);
        }
        return made;
    }

    private static byte[] make(String codings) throws IOException {
        String[] names = codings.split(", ", -1);
        byte[] first = switch (names[0]) {
            case "br" -> Brotli.bomb((int) (SIZE >> 24));
            case "deflate" -> blanks("deflate", DEFLATED);
            default -> frames(names[0]);
        };
        if (names.length == 1) {
            return first;
        }
        var coded = new ByteArrayOutputStream();
        try (OutputStream out = coder(names[1], coded)) {
            out.write(first);
        }
        return coded.toByteArray();
    }

    /// Frames of zstd (RFC 8878, section 3.1) and members of gzip in a row are one body, so one is made and
    /// repeated.
    private static byte[] frames(String coding) throws IOException {
        long each = 64L << 20;
        byte[] frame = blanks(coding, each);
        var frames = new ByteArrayOutputStream();
        for (long at = 0; at < SIZE; at += each) {
            frames.writeBytes(frame);
        }
        return frames.toByteArray();
    }

    private static byte[] blanks(String coding, long size) throws IOException {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.ISO_8859_1);
        var coded = new ByteArrayOutputStream();
        try (OutputStream out = coder(coding, coded)) {
            for (long at = 0; at < size; at += blanks.length) {
                out.write(blanks);
            }
        }
        return coded.toByteArray();
    }

    private static OutputStream coder(String coding, OutputStream out) throws IOException {
        return switch (coding) {
            case "gzip" -> new GZIPOutputStream(out);
            case "deflate" -> new DeflaterOutputStream(out);
            case "zstd" -> new ZstdOutputStreamNoFinalizer(out);
            case "br" ->
                new ByteArrayOutputStream() {
                    @Override
                    public void close() throws IOException {
                        out.write(Brotli.stored(toByteArray()));
                    }
                };
            default -> throw new IllegalArgumentException(coding);
        };
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> kinds = List.of("br", "zstd", "zstd, br", "gzip, gzip");
        try (var server = new HostileServer();
                var fetcher = new Fetcher(
                        new FetchSettings("test", Duration.ofSeconds(60), 8 << 20),
                        new AddressGuard(Set.of(server.authority())))) {
            for (String kind : kinds) {
                byte[] bomb = of(kind);
                String head = "HTTP/1.1 200 OK\r\nContent-Encoding: " + kind + "\r\nContent-Length: " + bomb.length
                        + "\r\n\r\n";
                server.at("/" + kinds.indexOf(kind), out -> {
                    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                    out.write(bomb);
                });
            }
            server.at("/", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello");
            var refused = new AtomicInteger();
            var others = new AtomicInteger();
            try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 320; i++) {
                    int kind = i % kinds.size();
                    asking.execute(() -> {
                        FetchOutcome outcome = fetcher.fetch(server.url("/" + kind), Map.of());
                        boolean tooLarge = outcome instanceof Refused it && it.kind() == Refusal.TOO_LARGE;
                        (tooLarge ? refused : others).incrementAndGet();
                    });
                }
            }
            String healthy = fetcher.fetch(server.url("/"), Map.of()).getClass().getSimpleName();
            say("refused=" + refused + " others=" + others + " healthy=" + healthy);
        }
    }

    private static void say(String line) throws IOException {
        System.err.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
