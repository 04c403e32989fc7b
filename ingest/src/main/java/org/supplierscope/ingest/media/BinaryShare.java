package org.supplierscope.ingest.media;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Tells data from text by what no text is made of: the "binary data bytes" of the MIME Sniffing standard
/// (section 3), which are the control characters except those for lines, pages, tabs and ISO-2022; and in
/// UTF-16 also halves of pairs without their other half.
///
/// Bytes that are packed, encrypted or random hold one in ten of them, random UTF-16 one in thirty, and
/// programs and tables of numbers more; text in any encoding of the web holds none, so that a page whose label
/// lies is no data. Zeros do not count: they pad pages, and the markup's own reader drops them.
final class BinaryShare {

    /// Text that passed through old programs has stray controls, at most one in a line.
    private static final int CHARACTERS_PER_CONTROL = 50;

    private static final int FEWEST = 4;

    private BinaryShare() {}

    /// Whether bytes are data.
    static boolean isHigh(byte[] body) {
        Charset wide = WideText.charset(body);
        return wide == null ? isHighInBytes(body) : isHighInPairs(body, wide.equals(StandardCharsets.UTF_16BE));
    }

    /// Whether a byte or character of that number, from 0, is a binary data byte.
    static boolean isBinary(int c) {
        return c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r' && c != 0x1B;
    }

    private static boolean isHighInBytes(byte[] body) {
        int binary = 0;
        int zeros = 0;
        for (byte b : body) {
            if (b == 0) {
                zeros++;
            } else if (isBinary(b & 0xFF)) {
                binary++;
            }
        }
        return isHigh(binary, body.length - zeros);
    }

    private static boolean isHighInPairs(byte[] body, boolean bigEndian) {
        int binary = 0;
        int characters = 0;
        boolean open = false;
        for (int i = 0; i + 1 < body.length; i += 2) {
            int high = body[bigEndian ? i : i + 1] & 0xFF;
            int low = body[bigEndian ? i + 1 : i] & 0xFF;
            char c = (char) (high << 8 | low);
            if (c == 0) {
                continue;
            }
            characters++;
            boolean closes = Character.isLowSurrogate(c);
            binary += open != closes || isBinary(c) ? 1 : 0;
            open = Character.isHighSurrogate(c);
        }
        return isHigh(binary, characters);
    }

    private static boolean isHigh(int binary, int of) {
        return binary >= FEWEST && (long) binary * CHARACTERS_PER_CONTROL > of;
    }
}
