package org.supplierscope.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.supplierscope.ingest.extract.markup.CharsetLabels;

/// An encoding as it is named somewhere.
///
/// @param named what the name stands for
/// @param superset what it is used for on the web, which is what bytes are decoded with
record EncodingLabel(Charset named, Charset superset) {

    private static final Set<String> EAST_ASIAN =
            Set.of("GB18030", "GBK", "GB2312", "Big5-HKSCS", "windows-31j", "EUC-JP", "x-windows-949");

    private static final Map<String, String> OTHER_NAMES = otherNames();

    private static final Pattern YEAR = Pattern.compile("^(iso-?8859-\\d{1,2})-(?:19|20)\\d\\d$");

    /// Encodings by the narrower ones that a feed is said to be in when that is all that it uses.
    private static final Map<String, List<String>> NARROWER = Map.of(
            "GB18030", List.of("GB2312", "GBK"),
            "Big5-HKSCS", List.of("Big5"),
            "windows-31j", List.of("Shift_JIS"),
            "x-windows-949", List.of("EUC-KR"),
            "x-windows-874", List.of("TIS-620"));

    /// The encoding of a label in any case; nothing when there is none of the name.
    static Optional<EncodingLabel> of(String label) {
        String plain = label.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        String name = YEAR.matcher(plain).replaceFirst("$1");
        String other = OTHER_NAMES.get(name);
        String bare = name.replace("-", "");
        List<String> spellings = other != null
                ? List.of(other)
                : List.of(label.strip(), name, bare, "windows-" + name, "cp" + bare, "x-" + name, "x-" + bare);
        return spellings.stream()
                .map(EncodingLabel::charset)
                .flatMap(Optional::stream)
                .findFirst()
                .map(EncodingLabel::of);
    }

    private static Map<String, String> otherNames() {
        Map<String, String> names = new HashMap<>();
        for (String line : FeedResource.lines("encodings.txt")) {
            String[] words = line.split("\\s+", -1);
            for (int i = 1; i < words.length; i++) {
                names.put(words[i], words[0]);
            }
        }
        return names;
    }

    private static EncodingLabel of(Charset named) {
        String wide = named.name().toLowerCase(Locale.ROOT);
        return new EncodingLabel(named, CharsetLabels.charset(wide).orElse(named));
    }

    /// The narrowest well-known encoding that bytes of a sniffed one are in.
    static Charset narrowest(Charset sniffed, byte[] body) {
        return NARROWER.getOrDefault(sniffed.name(), List.of()).stream()
                .map(Charset::forName)
                .filter(narrow -> holds(narrow, body))
                .findFirst()
                .orElse(sniffed);
    }

    private static boolean holds(Charset charset, byte[] body) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).length() <= body.length;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /// Whether it is one of those that write each East Asian character with two bytes.
    boolean isEastAsian() {
        return EAST_ASIAN.contains(superset.name());
    }

    /// Whether ASCII means itself in it, so that its own declaration could be read.
    boolean holdsAscii() {
        return new String(new byte[] {'<', 'a'}, named).equals("<a");
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
