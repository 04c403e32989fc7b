package org.supplierscope.ingest.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What the first bytes tell beyond doubt: a byte order mark, or the zeros of a wide encoding.
///
/// @param length of the mark, in bytes; 0 when there is none
record EncodingMark(Charset charset, int length) {

    /// The mark, or null when there is none.
    static @Nullable EncodingMark of(byte[] body) {
        int first = at(body, 0);
        int second = at(body, 1);
        int third = at(body, 2);
        int fourth = at(body, 3);
        if (first == 0xEF && second == 0xBB && third == 0xBF) {
            return new EncodingMark(StandardCharsets.UTF_8, 3);
        }
        if (first == 0 && second == 0 && third == 0xFE && fourth == 0xFF) {
            return new EncodingMark(StandardCharsets.UTF_32BE, 4);
        }
        if (first == 0xFF && second == 0xFE) {
            boolean wide = third == 0 && fourth == 0;
            return wide
                    ? new EncodingMark(StandardCharsets.UTF_32LE, 4)
                    : new EncodingMark(StandardCharsets.UTF_16LE, 2);
        }
        if (first == 0xFE && second == 0xFF) {
            return new EncodingMark(StandardCharsets.UTF_16BE, 2);
        }
        if (first == 0 && second == 0 && third == 0 && fourth > 0) {
            return new EncodingMark(StandardCharsets.UTF_32BE, 0);
        }
        if (first > 0 && second == 0 && third == 0 && fourth == 0) {
            return new EncodingMark(StandardCharsets.UTF_32LE, 0);
        }
        if (first == 0 && second > 0 && third == 0 && fourth > 0) {
            return new EncodingMark(StandardCharsets.UTF_16BE, 0);
        }
        boolean little = first > 0 && second == 0 && third > 0 && fourth == 0;
        return little ? new EncodingMark(StandardCharsets.UTF_16LE, 0) : null;
    }

    /// An unsigned byte, or -1 beyond the end.
    private static int at(byte[] body, int index) {
        return index < body.length ? body[index] & 0xFF : -1;
    }
}
