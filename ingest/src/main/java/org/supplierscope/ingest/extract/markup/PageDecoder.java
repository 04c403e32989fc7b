package org.supplierscope.ingest.extract.markup;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a page into text.
///
/// The charset is told, in this order, by a byte order mark, by bytes that are valid UTF-8 and not plain ASCII
/// (labels
/// are often wrong, valid UTF-8 never is by chance), by the Content-Type header, by the page's `meta`, and by
/// sniffing.
/// Bytes that do not fit their charset become replacement characters; nothing throws.
public final class PageDecoder {

    /// Bytes beyond this are not read: the largest page that travels is 8 MiB, and no article starts after 16.
    private static final int MAX_BYTES = 16 << 20;
    /// Browsers look for the declaration in the first 1024 bytes; pages put it later now and then.
    private static final int DECLARED_WITHIN = 4096;

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
        return new String(body, 0, length, charset(body, length, contentType));
    }

    private static Charset charset(byte[] body, int length, @Nullable String contentType) {
        if (Utf8.isValid(body, length)) {
            return StandardCharsets.UTF_8;
        }
        String head = new String(body, 0, Math.min(length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        List<Charset> declared = List.of(
                declared(contentType == null ? "" : contentType).orElse(StandardCharsets.UTF_8),
                declared(head).orElse(StandardCharsets.UTF_8));
        for (Charset charset : declared) {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                return charset;
            }
        }
        return CharsetSniffer.sniff(ByteBuffer.wrap(body, 0, length)).orElse(StandardCharsets.UTF_8);
    }

    private static Optional<Charset> declared(String text) {
        Matcher matcher = CHARSET.matcher(text);
        while (matcher.find()) {
            Optional<Charset> charset = CharsetLabels.charset(matcher.group(1).toLowerCase(Locale.ROOT));
            if (charset.isPresent()) {
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
