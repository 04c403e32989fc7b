package org.supplierscope.ingest.extract.markup;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.media.WideText;

/// Turns the bytes of a page into text.
///
/// The charset is told, in this order, by a byte order mark, by the zero bytes of UTF-16, by bytes that are
/// valid UTF-8 and not plain ASCII (labels are often wrong, valid UTF-8 never is by chance), by the
/// Content-Type header, by the page's `meta`, and by sniffing. Bytes that do not fit their charset become
/// replacement characters; nothing throws.
public final class PageDecoder {

    /// Bytes beyond this are not read: the largest page that travels is 8 MiB, and no article starts after 16.
    private static final int MAX_BYTES = 16 << 20;
    /// Browsers look for the declaration in the first 1024 bytes; pages put it later now and then.
    private static final int DECLARED_WITHIN = 4096;

    private static final char REPLACEMENT = '\uFFFD';
    /// Stray bytes are tolerated: comments and pasted adverts bring them into pages that are UTF-8.
    private static final int CHARACTERS_PER_FAULT = 100;

    private static final Pattern CHARSET =
            Pattern.compile("(?i)\\b(?:charset|encoding)\\s{0,3}=\\s{0,3}[\"']?\\s{0,3}([a-z0-9_:.-]{2,40})");

    private PageDecoder() {}

    /// The page as text.
    ///
    /// @param contentType the header of that name; null when there was none
    public static String decode(byte[] body, @Nullable String contentType) {
        int length = Math.min(body.length, MAX_BYTES);
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return new String(body, 3, length - 3, StandardCharsets.UTF_8);
        }
        if (starts(body, 0xFE, 0xFF)) {
            return new String(body, 2, length - 2, StandardCharsets.UTF_16BE);
        }
        if (starts(body, 0xFF, 0xFE)) {
            return new String(body, 2, length - 2, StandardCharsets.UTF_16LE);
        }
        Charset wide = WideText.charset(body);
        if (wide != null) {
            return new String(body, 0, length, wide);
        }
        String utf8 = new String(body, 0, length, StandardCharsets.UTF_8);
        return isSound(utf8) ? utf8 : new String(body, 0, length, labelled(body, length, contentType));
    }

    /// How many bytes of the page are not read because it is too large; 0 on all pages that the crawler brings.
    public static int unread(byte[] body) {
        return Math.max(0, body.length - MAX_BYTES);
    }

    /// Whether the bytes were UTF-8: hardly a character could not be decoded. The escape character tells
    /// ISO-2022, which is ASCII to the eye.
    private static boolean isSound(String utf8) {
        if (utf8.indexOf('\u001B') >= 0) {
            return false;
        }
        if (utf8.indexOf(REPLACEMENT) < 0) {
            return true;
        }
        long faults = utf8.chars().filter(c -> c == REPLACEMENT).count();
        long foreign = utf8.chars().filter(c -> c >= 0x80).count();
        return faults * CHARACTERS_PER_FAULT <= foreign;
    }

    private static Charset labelled(byte[] body, int length, @Nullable String contentType) {
        String head = new String(body, 0, Math.min(length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        return declared(contentType == null ? "" : contentType)
                .or(() -> declared(head))
                .orElseGet(() -> CharsetSniffer.sniff(ByteBuffer.wrap(body, 0, length)));
    }

    /// The charset of a label, unless it is the one that the bytes have just been found not to be in.
    private static Optional<Charset> declared(String text) {
        Matcher matcher = CHARSET.matcher(text);
        while (matcher.find()) {
            Optional<Charset> charset = CharsetLabels.charset(matcher.group(1).toLowerCase(Locale.ROOT));
            if (charset.isPresent() && !charset.get().equals(StandardCharsets.UTF_8)) {
                return charset;
            }
        }
        return Optional.empty();
    }

    private static boolean starts(byte[] body, int... mark) {
        if (body.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
