package org.supplierscope.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/// Undoes the content coding of a body (RFC 9110, section 8.4.1): gzip and deflate, which are all that we ask
/// for.
///
/// Decoded here and not by the HTTP client, whose codings depend on what else is on the class path: each
/// further one is a decoder that strangers may feed.
final class BodyDecoding {

    /// What we say that we understand.
    static final String ACCEPTED = "gzip, deflate";

    private BodyDecoding() {}

    /// The body as it was before it was coded.
    ///
    /// @throws ZipException when the coding is none that we asked for; broken coding shows while reading
    static InputStream decoded(InputStream body, @Nullable Header coding) throws IOException {
        String name = coding == null || coding.getValue() == null
                ? ""
                : coding.getValue().strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> new GZIPInputStream(body, 8192);
            case "deflate" -> inflated(body);
            default -> throw new ZipException("the body is coded in a way that was not asked for");
        };
    }

    /// Some servers send the bare stream (RFC 1951) where the standard wants it in its wrapping (RFC 1950).
    private static InputStream inflated(InputStream body) throws IOException {
        var peeking = new PushbackInputStream(body, 2);
        byte[] head = peeking.readNBytes(2);
        peeking.unread(head);
        boolean wrapped =
                head.length == 2 && (head[0] & 0x0f) == 8 && (((head[0] & 0xff) << 8) | (head[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(peeking, new Inflater(!wrapped), 8192) {
            @Override
            public void close() throws IOException {
                super.close();
                inf.end();
            }
        };
    }
}
