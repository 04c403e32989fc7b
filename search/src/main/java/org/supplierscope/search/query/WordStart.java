package org.supplierscope.search.query;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import org.supplierscope.search.query.Clause.Field;

/// Reads the beginning of a word with its star: `photon*`, `大立*`.
final class WordStart {

    private static final Set<UnicodeScript> SPACELESS =
            EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private WordStart() {}

    /// The beginning, without its star.
    ///
    /// @param word as typed, with a star somewhere
    /// @param position where the word stands in the query, for the message
    /// @throws QueryException when the star is not the last character, or more than a word stands before it
    static String parse(String word, int position) throws QueryException {
        String start = withoutStar(word, position);
        if (!start.codePoints().allMatch(WordStart::inWord)) {
            throw new QueryException(
                    position, "a star follows the beginning of one word; '" + start + "' is more than one");
        }
        return start;
    }

    /// The beginning of a property's value, without its star; empty for any value.
    static String parse(Field field, String value, int position) throws QueryException {
        return switch (field) {
            case TITLE, TEXT, GROUP -> parse(value, position);
            case SUPPLIER, ABOUT, THEME, SOURCE, LANGUAGE, STORY, COPY, ID, STANCE, VERDICT ->
                withoutStar(value, position);
        };
    }

    /// Whether it ends in a script without spaces, in which no word ends either.
    static boolean spaceless(String start) {
        return !start.isEmpty() && SPACELESS.contains(UnicodeScript.of(start.codePointBefore(start.length())));
    }

    private static String withoutStar(String word, int position) throws QueryException {
        int star = word.indexOf('*');
        if (star < word.length() - 1) {
            throw new QueryException(position, "a star stands at the end of a word only; put '*' in quotes otherwise");
        }
        return word.substring(0, star);
    }

    private static boolean inWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || codePoint == '_';
    }
}
