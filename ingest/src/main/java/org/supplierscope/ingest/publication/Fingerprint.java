package org.supplierscope.ingest.publication;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.extract.markup.WordList;
import org.supplierscope.ingest.published.PageVerdict;

/// What a reader sees of an article, in 32 hexadecimal digits: equal when nothing has changed for a reader.
///
/// Sites serve the same article with other white space, quotes and dashes (an editor's program, another
/// template), and with counters that never stand still; none of these is a new revision. Letters, figures and
/// the other marks count, capitals too: a corrected name is a change.
final class Fingerprint {

    /// A counter is a figure and a word or two.
    private static final int LONGEST_COUNTER = 40;

    private static final Set<String> COUNTED = WordList.read("field/counters.txt");

    private Fingerprint() {}

    /// The fingerprint of title, text and, where it is no article, verdict.
    static String of(String title, String text, PageVerdict verdict) {
        var seen = new StringBuilder(text.length() + 256);
        append(title, seen);
        for (String line : text.split("\n", -1)) {
            if (!isCounter(line)) {
                append(line, seen);
            }
        }
        // A page in whose place an error stood has an empty text before and after it is known for one.
        if (verdict != PageVerdict.ARTICLE) {
            seen.append(verdict);
        }
        return CanonicalAddress.digest(seen.toString());
    }

    private static void append(String line, StringBuilder seen) {
        String plain = Normalizer.normalize(line, Normalizer.Form.NFKC);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (Character.getType(c)) {
                case Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.CONTROL,
                        Character.FORMAT -> {
                    // not seen
                }
                case Character.DASH_PUNCTUATION -> seen.append('-');
                case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> seen.append('"');
                default -> seen.append(c == '\'' || c == '`' || c == '„' || c == '‚' || c == '´' ? '"' : c);
            }
        }
        seen.append('\n');
    }

    /// `12 comments`, `3 min read`, `阅读 1024`: a short line with a figure whose other words are all counted
    /// things.
    private static boolean isCounter(String line) {
        if (line.length() > LONGEST_COUNTER || line.chars().noneMatch(Character::isDigit)) {
            return false;
        }
        boolean counted = false;
        for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            if (!word.isEmpty()) {
                if (!COUNTED.contains(word)) {
                    return false;
                }
                counted = true;
            }
        }
        return counted;
    }
}
