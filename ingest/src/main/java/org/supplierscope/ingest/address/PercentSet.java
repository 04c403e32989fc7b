package org.supplierscope.ingest.address;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Which characters are percent-encoded where (WHATWG URL Standard, section 1.3). Whatever is not printable
/// ASCII always is.
enum PercentSet {
    CONTROL(""),
    FRAGMENT(" \"<>`"),
    QUERY(" \"#<>"),
    SPECIAL_QUERY(" \"#<>'"),
    PATH(" \"#<>?^`{}"),
    USER_INFO(" \"#<>?^`{}/:;=@[\\]|"),
    /// Beyond the standard: what `java.net.URI` takes nowhere behind the host.
    SENDABLE(" \"<>\\^`{|}[]");

    private static final String DIGITS = "0123456789ABCDEF";

    private final String ascii;

    PercentSet(String ascii) {
        this.ascii = ascii;
    }

    /// Writes a character, encoded in UTF-8 where it must be. A half surrogate is written as U+FFFD.
    void write(int codePoint, StringBuilder to) {
        if (codePoint >= 0x20 && codePoint < 0x7f && ascii.indexOf(codePoint) < 0) {
            to.append((char) codePoint);
            return;
        }
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        String character = Character.toString(half ? 0xfffd : codePoint);
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            escape(b, to);
        }
    }

    /// Writes a text, encoded where it must be.
    String write(CharSequence text) {
        var written = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> write(c, written));
        return written.toString();
    }

    /// Writes one byte as `%XX`.
    static void escape(byte b, StringBuilder to) {
        to.append('%').append(DIGITS.charAt((b >> 4) & 0xf)).append(DIGITS.charAt(b & 0xf));
    }

    /// Whether an escape stands at a place of a text: a percent sign and two hexadecimal digits.
    static boolean isEscape(CharSequence text, int at) {
        return at + 2 < text.length()
                && text.charAt(at) == '%'
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 0x80
                && text.charAt(at + 2) < 0x80;
    }

    /// The byte of the escape at a place of a text.
    static byte escaped(CharSequence text, int at) {
        return (byte) (Character.digit(text.charAt(at + 1), 16) * 16 + Character.digit(text.charAt(at + 2), 16));
    }

    /// A text with its escapes undone, as UTF-8; what is no UTF-8 becomes U+FFFD.
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        var decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (isEscape(latin, i)) {
                decoded.write(escaped(latin, i));
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
