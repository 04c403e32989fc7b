package org.supplierscope.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.CharsetSniffer;

/// The text of a feed's bytes.
///
/// In this order: a byte order mark; the pattern of a wide encoding (XML 1.0, appendix F); bytes that are valid
/// UTF-8 and not plain ASCII, since that is never so by chance; the charset of the Content-Type header; the one
/// of the XML declaration; sniffing. A label that the bytes contradict is passed over: one that they cannot be
/// in, and one under which they make no words although they do under another. RFC 3023's US-ASCII for `text/…`
/// without a charset stands for ASCII alone; RFC 7303 gave it up for the rest.
///
/// @param text with replacement characters for what could not be decoded
/// @param encoding the name of the encoding that was used, as it was labelled
record DecodedFeed(String text, String encoding) {

    private static final Pattern HEADER =
            Pattern.compile("(?i)charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([a-z0-9_:.+-]{1,40})");
    private static final Pattern DECLARATION =
            Pattern.compile("(?i)<\\?xml\\s[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']\\s{0,9}([a-z0-9_:.+-]{1,40})");
    private static final int DECLARED_WITHIN = 1024;
    /// Stray bytes are tolerated: they come into feeds that are otherwise sound.
    private static final int CHARACTERS_PER_FAULT = 100;
    /// The first character that takes three bytes in UTF-8; East Asian text has hardly any others.
    private static final char THREE_BYTES = '\u0800';

    private static final char REPLACEMENT = '\uFFFD';
    private static final Charset EBCDIC = Charset.forName("IBM037");

    /// Decodes a feed.
    ///
    /// @param contentType the header of that name; null when there was none
    static DecodedFeed of(byte[] body, @Nullable String contentType) {
        EncodingMark mark = EncodingMark.of(body);
        if (mark != null) {
            return decoded(body, mark.length(), mark.charset(), mark.charset());
        }
        String header = contentType == null ? "" : contentType;
        Optional<EncodingLabel> declared = declared(body);
        // What does not hold ASCII has shown itself above, or begins with a declaration of its own.
        Optional<EncodingLabel> inHeader = label(HEADER, header).filter(EncodingLabel::holdsAscii);
        if (isAscii(body)) {
            return ascii(body, header, inHeader.or(() -> declared));
        }
        String utf8 = new String(body, StandardCharsets.UTF_8);
        boolean sound = isSound(utf8);
        for (EncodingLabel label :
                Stream.of(inHeader, declared).flatMap(Optional::stream).toList()) {
            if (label.isEastAsian() ? !sound || utf8.chars().noneMatch(c -> c >= THREE_BYTES) : !sound) {
                DecodedFeed decoded = decoded(body, 0, label.superset(), label.named());
                if (isSound(decoded.text()) && !isContradicted(body, label)) {
                    return decoded;
                }
            }
        }
        if (sound) {
            return new DecodedFeed(utf8, "utf-8");
        }
        Charset sniffed = CharsetSniffer.sniff(ByteBuffer.wrap(body));
        return decoded(body, 0, sniffed, EncodingLabel.narrowest(sniffed, body));
    }

    private static DecodedFeed decoded(byte[] body, int from, Charset charset, Charset named) {
        String text = new String(body, from, body.length - from, charset);
        return new DecodedFeed(text, named.name().toLowerCase(Locale.ROOT));
    }

    /// Where there is nothing but ASCII, every label is right that is a superset of it.
    private static DecodedFeed ascii(byte[] body, String header, Optional<EncodingLabel> label) {
        boolean silentText = header.strip().toLowerCase(Locale.ROOT).startsWith("text/")
                && !HEADER.matcher(header).find();
        Charset charset = silentText
                ? StandardCharsets.US_ASCII
                : label.map(EncodingLabel::named).orElse(StandardCharsets.UTF_8);
        return decoded(body, 0, charset, charset);
    }

    private static boolean isContradicted(byte[] body, EncodingLabel label) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        return CharsetSniffer.contradicts(bytes, label.superset());
    }

    private static Optional<EncodingLabel> declared(byte[] body) {
        int length = Math.min(body.length, DECLARED_WITHIN);
        // "<?xm" in EBCDIC.
        boolean ebcdic = length > 4 && ByteBuffer.wrap(body).getInt() == 0x4C6FA794;
        Charset readable = ebcdic ? EBCDIC : StandardCharsets.ISO_8859_1;
        Optional<EncodingLabel> label = label(DECLARATION, new String(body, 0, length, readable));
        return ebcdic ? label.or(() -> EncodingLabel.of("ibm037")) : label.filter(EncodingLabel::holdsAscii);
    }

    private static Optional<EncodingLabel> label(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? EncodingLabel.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean isAscii(byte[] body) {
        for (byte b : body) {
            // The escape character begins the sets of ISO-2022, which are ASCII to the eye.
            if (b < 0 || b == 0x1B) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSound(String text) {
        if (text.indexOf('\u001B') >= 0) {
            return false;
        }
        if (text.indexOf(REPLACEMENT) < 0) {
            return true;
        }
        long faults = text.chars().filter(c -> c == REPLACEMENT).count();
        long foreign = text.chars().filter(c -> c >= 0x80).count();
        return faults * CHARACTERS_PER_FAULT <= foreign;
    }
}
