package org.supplierscope.analysis.catalogue;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How texts of catalogue files are written: on one line, with nothing in them that cannot be
/// seen.
final class Writing {

    /// What is quoted in a complaint is cut there.
    private static final int LONGEST_QUOTE = 60;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private Writing() {}

    /// The text on one line, with single spaces.
    static String line(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /// The text as a complaint can quote it: cut, and nothing in it that moves a terminal's
    /// cursor.
    static String quoted(String text) {
        return quoted(text, LONGEST_QUOTE);
    }

    /// The same, cut behind so many characters.
    static String quoted(String text, int most) {
        var quoted = new StringBuilder();
        text.codePoints().limit(most).forEach(point -> quoted.appendCodePoint(isUnseen(point) ? '\uFFFD' : point));
        return quoted.length() < text.length() ? quoted + "…" : quoted.toString();
    }

    /// What is wrong with a text in which a character cannot be seen; null when all can.
    static @Nullable String unseen(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (isUnseen(point)) {
                return String.format(
                        Locale.ROOT,
                        "'%s' holds a character that cannot be seen, U+%04X (%s), %s; delete it, or type the text anew",
                        quoted(text),
                        point,
                        Character.getName(point),
                        at == 0 ? "at its beginning" : "behind '" + quoted(text.substring(0, at)) + "'");
            }
        }
        return null;
    }

    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
