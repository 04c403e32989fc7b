package org.supplierscope.ingest.fetch;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.supplierscope.ingest.fetch.BoundedBytes.TooLargeException;

/// Undoes the content codings of a body (RFC 9110, section 8.4): gzip, deflate, brotli and zstd, which are all
/// that we ask for, and two of them on top of each other.
///
/// Decoded here and not by the HTTP client, whose codings depend on what else is on the class path, and whose
/// limits look at the coded bytes only.
final class BodyDecoding {

    /// What we say that we understand.
    static final String ACCEPTED = "gzip, deflate, br, zstd";
    /// What we say where nothing may come compressed.
    static final String NONE = "identity";

    /// A proxy that compresses what came compressed is a slip that happens; a third time does not.
    private static final int MOST_CODINGS = 2;
    /// RFC 9659: for a content coding the window of zstd is at most 8 MB.
    private static final int ZSTD_WINDOW_LOG = 23;
    /// What servers write there that is no coding: they mean that there is none.
    private static final Set<String> NO_CODING = Set.of("", "identity", "none", "utf-8", "utf8", "8bit", "binary");

    private BodyDecoding() {}

    /// The codings of an answer in the order in which they were applied; empty when there are none.
    ///
    /// @throws ZipException when one is none that we asked for, or there are more than two
    static List<String> codings(List<Map.Entry<String, String>> headers) throws ZipException {
        List<String> codings = new ArrayList<>();
        for (String told : HeaderFields.joined(headers, "Content-Encoding").split(",", -1)) {
            String name = told.strip().toLowerCase(Locale.ROOT);
            switch (name) {
                case "gzip", "x-gzip" -> codings.add("gzip");
                case "deflate", "br", "zstd" -> codings.add(name);
                default -> {
                    if (!NO_CODING.contains(name)) {
                        throw new ZipException("the body is coded in a way that was not asked for");
                    }
                }
            }
        }
        if (codings.size() > MOST_CODINGS) {
            throw new ZipException("the body is coded " + codings.size() + " times");
        }
        return codings;
    }

    /// Unpacks a body that has come in whole, so that nothing but work is left that its size bounds.
    ///
    /// @param codings at least one
    /// @param into has what could be read also when this fails
    /// @throws TooLargeException when it passes the bounds, on the way or in the end
    /// @throws ZipException when the coding is broken or the body is cut short
    static void decode(byte[] coded, List<String> codings, BoundedBytes into) throws ZipException, TooLargeException {
        byte[] body = coded;
        for (int i = codings.size() - 1; i > 0; i--) {
            BoundedBytes between = into.another();
            undo(codings.get(i), body, between);
            body = between.toByteArray();
        }
        undo(codings.getFirst(), body, into);
    }

    private static void undo(String coding, byte[] coded, BoundedBytes into) throws ZipException, TooLargeException {
        if (coded.length == 0) {
            // Servers say a coding of an empty body, too.
            return;
        }
        switch (coding) {
            case "gzip" -> Inflation.gzip(coded, into);
            case "deflate" -> Inflation.deflate(coded, into);
            case "br" -> drain(() -> new BrotliInputStream(new ByteArrayInputStream(coded)), into);
            case "zstd" -> drain(() -> zstd(coded), into);
            default -> throw new IllegalArgumentException("not a coding that was asked for: " + coding);
        }
    }

    private static InputStream zstd(byte[] coded) throws IOException {
        var in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(coded));
        in.setLongMax(ZSTD_WINDOW_LOG);
        return in;
    }

    private interface Decoder {
        InputStream open() throws IOException;
    }

    /// The brotli decoder tells of broken input by exceptions of all kinds.
    private static void drain(Decoder decoder, BoundedBytes into) throws ZipException, TooLargeException {
        try (InputStream in = decoder.open()) {
            byte[] buffer = new byte[32 << 10];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                into.write(buffer, length);
            }
        } catch (TooLargeException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            var broken = new ZipException("the body's coding is broken or cut short: " + e.getMessage());
            broken.initCause(e);
            throw broken;
        }
    }
}
