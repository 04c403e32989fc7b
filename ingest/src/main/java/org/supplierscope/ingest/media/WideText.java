package org.supplierscope.ingest.media;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Tells text of two bytes a character (UTF-16), by its mark or by its zero bytes.
public final class WideText {

    /// A page begins with markup, which is ASCII in every language.
    private static final int SAMPLE = 512;
    /// Of an ASCII character, one byte is zero in UTF-16. Text of one byte a character has no zeros.
    private static final int CHARACTERS_PER_ZERO = 10;
    /// On the other side, zeros belong to one character in 256 of a Chinese text, and more for U+4E00, one, which
    /// is among the commonest. Data of other kinds has them on both sides.
    private static final int TIMES = 4;

    private static final int FEWEST_CHARACTERS = 8;

    private WideText() {}

    /// UTF-16BE or UTF-16LE; null when the bytes are in neither.
    public static @Nullable Charset charset(byte[] body) {
        if (starts(body, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(body, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        int pairs = Math.min(body.length, SAMPLE) / 2;
        int first = 0;
        int second = 0;
        int both = 0;
        for (int i = 0; i < 2 * pairs; i += 2) {
            if (body[i] == 0 && body[i + 1] == 0) {
                both++;
            } else {
                first += body[i] == 0 ? 1 : 0;
                second += body[i + 1] == 0 ? 1 : 0;
            }
        }
        int zeros = Math.max(first, second);
        // As many empty pairs as others are of UTF-32, which no browser reads, or of no text at all.
        if (pairs < FEWEST_CHARACTERS || zeros * CHARACTERS_PER_ZERO < pairs || both >= zeros) {
            return null;
        }
        if (first >= second * TIMES) {
            return StandardCharsets.UTF_16BE;
        }
        return second >= first * TIMES ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean starts(byte[] body, int first, int second) {
        return body.length >= 2 && (body[0] & 0xFF) == first && (body[1] & 0xFF) == second;
    }
}
