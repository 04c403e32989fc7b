package org.supplierscope.ingest.archive;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// Undoes what HTTP does to a body on its way: chunks and content codings (RFC 9112, section 7.1; RFC 9110,
/// section
/// 8.4.1).
final class BodyCoding {

    private static final int MAX_CODINGS = 3;
    /// RFC 9659: for a content coding the window of zstd is at most 8 MB.
    private static final int ZSTD_WINDOW_LOG = 23;

    private BodyCoding() {}

    /// A body that unpacks to more than was asked for.
    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("the page is larger than we take");
        }
    }

    /// A body without its chunks; the body itself when it is not in chunks, whatever the header says: then the
    /// crawler joined them.
    static byte[] unchunked(byte[] body) {
        var whole = new ByteArrayOutputStream(body.length);
        int at = 0;
        while (true) {
            int size = 0;
            int digits = 0;
            while (at < body.length && digits < 7 && Character.digit(body[at], 16) >= 0) {
                size = size * 16 + Character.digit(body[at++], 16);
                digits++;
            }
            if (digits == 0) {
                return body;
            }
            // A chunk's extension is passed over.
            while (at < body.length && body[at] != '\n') {
                at++;
            }
            at++;
            if (size == 0) {
                return whole.toByteArray();
            }
            if (at + size > body.length) {
                return body;
            }
            whole.write(body, at, size);
            at += size;
            if (at < body.length && body[at] == '\r') {
                at++;
            }
            if (at >= body.length || body[at++] != '\n') {
                return body;
            }
        }
    }

    /// A body without its content codings.
    ///
    /// @param codings in the order in which they were put on
    /// @param most largest body taken after each step, in bytes
    static byte[] unpacked(byte[] body, List<String> codings, int most)
            throws BrokenArchiveException, TooLargeException {
        if (codings.size() > MAX_CODINGS) {
            throw new BrokenArchiveException("a body coded " + codings.size() + " times");
        }
        byte[] unpacked = body;
        for (String coding : codings.reversed()) {
            unpacked = unpacked(unpacked, coding, most);
        }
        return unpacked;
    }

    private static byte[] unpacked(byte[] body, String coding, int most)
            throws BrokenArchiveException, TooLargeException {
        if (coding.equals("identity") || coding.equals("utf-8") || looksLikeMarkup(body)) {
            return body;
        }
        try (InputStream in = stream(body, coding)) {
            byte[] unpacked = in.readNBytes(most + 1);
            if (unpacked.length > most) {
                throw new TooLargeException();
            }
            return unpacked;
        } catch (BrokenArchiveException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoder of brotli tells of broken input by exceptions of all kinds.
            throw new BrokenArchiveException("a body whose coding " + coding + " is broken");
        }
    }

    private static InputStream stream(byte[] body, String coding) throws IOException {
        var in = new ByteArrayInputStream(body);
        return switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(in, 8192);
            case "deflate" -> {
                // Some servers send the bare stream (RFC 1951) where the standard wants it in its wrapping (RFC
                // 1950).
                boolean wrapped =
                        body.length > 1 && (body[0] & 0x0f) == 8 && ((body[0] & 0xff) << 8 | body[1] & 0xff) % 31 == 0;
                yield new OwnInflater(in, new Inflater(!wrapped));
            }
            case "br" -> new BrotliInputStream(in);
            case "zstd" -> {
                var zstd = new ZstdInputStreamNoFinalizer(in);
                zstd.setLongMax(ZSTD_WINDOW_LOG);
                yield zstd;
            }
            default -> throw new BrokenArchiveException("a body coded in a way that we do not know");
        };
    }

    /// Frees the inflater's memory when it is closed.
    private static final class OwnInflater extends InflaterInputStream {
        OwnInflater(InputStream in, Inflater inflater) {
            super(in, inflater, 8192);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /// Packed bytes do not begin with a tag: then the crawler stored the page unpacked and kept the header.
    private static boolean looksLikeMarkup(byte[] body) {
        int at = body.length > 2 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf ? 3 : 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t' || body[at] == '\r' || body[at] == '\n')) {
            at++;
        }
        return at + 1 < body.length
                && body[at] == '<'
                && (body[at + 1] == '!' || body[at + 1] == '?' || Character.isLetter(body[at + 1]));
    }
}
