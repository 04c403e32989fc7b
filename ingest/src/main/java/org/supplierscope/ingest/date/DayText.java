package org.supplierscope.ingest.date;

import java.lang.Character.UnicodeScript;
import java.time.DayOfWeek;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateWords.Kind;

/// A text without its time of day, in a plain spelling that [DayForm] reads: words of dates are replaced by
/// what they mean, weekdays and words that say nothing are gone.
///
/// @param plain the plain spelling
/// @param weekday the day of the week that the text names; null when it names none
record DayText(String plain, @Nullable DayOfWeek weekday) {

    /// What is added to a year of the Republic of China: its first is 1912.
    static final int REPUBLIC = 1911;

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern SPACED_SIGN = Pattern.compile(" ?([-/.ymd;]) ?");
    private static final Pattern FIRST_YEAR_OF_ERA = Pattern.compile("元(?=年)");

    /// The plain spelling of a text in lower case; null when a word or sign in it is no part of a date.
    static @Nullable DayText of(String text) {
        var plain = new StringBuilder(text.length());
        DayOfWeek weekday = null;
        String source = FIRST_YEAR_OF_ERA.matcher(text).replaceAll("1");
        int i = 0;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (!isLetter(c)) {
                if (!isDigitOrSign(c)) {
                    return null;
                }
                plain.append(c == ',' || c == '\'' ? ' ' : c);
                i++;
                continue;
            }
            String word = word(source, i);
            Kind kind = DateWords.kind(word);
            String meaning = kind == null ? null : meaning(kind, word, source, i, plain);
            if (kind == null || meaning == null) {
                return null;
            }
            weekday = kind == Kind.WEEKDAY && weekday == null ? weekday(word) : weekday;
            plain.append(meaning);
            i += word.length();
            // The full stop of an abbreviation.
            i += i < source.length() && source.charAt(i) == '.' ? 1 : 0;
        }
        return new DayText(folded(plain), weekday);
    }

    private static @Nullable String meaning(Kind kind, String word, String source, int start, StringBuilder before) {
        String value = DateWords.value(kind, word);
        return switch (kind) {
            case MONTH -> " M" + (value != null && value.length() == 1 ? "0" : "") + value;
            case WEEKDAY -> isWeekOfYear(word, source, start, before) ? "w" : " ";
            case ERA -> "E" + value + ";";
            case UNIT -> value;
            case FILLER -> isWeekOfYear(word, source, start, before) ? "w" : " ";
            case HALF -> null;
        };
    }

    /// `2025-W10`: between figures, the letter is the sign of an ISO week.
    private static boolean isWeekOfYear(String word, String source, int start, StringBuilder before) {
        return word.equals("w")
                && !before.isEmpty()
                && (before.charAt(before.length() - 1) == '-' || Character.isDigit(before.charAt(before.length() - 1)))
                && start + 1 < source.length()
                && Character.isDigit(source.charAt(start + 1));
    }

    private static @Nullable DayOfWeek weekday(String word) {
        String value = DateWords.value(Kind.WEEKDAY, word);
        return value == null || value.equals("0") ? null : DayOfWeek.of(Integer.parseInt(value));
    }

    /// The letters at a place, with a hyphen when the two words are one; in scripts without spaces the longest
    /// word that is known there.
    private static String word(String source, int start) {
        UnicodeScript script = UnicodeScript.of(source.charAt(start));
        boolean spaced = script != UnicodeScript.HAN && script != UnicodeScript.HANGUL && script != UnicodeScript.THAI;
        if (!spaced) {
            String known = DateWords.longestAt(source, start);
            return known.isEmpty() ? source.substring(start, start + 1) : known;
        }
        int end = wordEnd(source, start);
        if (end < source.length() - 1 && source.charAt(end) == '-' && isLetter(source.charAt(end + 1))) {
            int second = wordEnd(source, end + 1);
            if (DateWords.kind(source.substring(start, second)) != null) {
                return source.substring(start, second);
            }
        }
        return source.substring(start, end);
    }

    private static int wordEnd(String source, int start) {
        int end = start;
        while (end < source.length() && isLetter(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || c == 'º'
                || c == 'ª'
                || c == '॰';
    }

    private static boolean isDigitOrSign(char c) {
        return (c >= '0' && c <= '9') || " ,-/.'".indexOf(c) >= 0;
    }

    private static String folded(CharSequence plain) {
        String once = SPACES.matcher(plain).replaceAll(" ").strip();
        String closed = SPACED_SIGN.matcher(once).replaceAll("$1");
        int end = closed.length();
        while (end > 0 && (closed.charAt(end - 1) == '.' || closed.charAt(end - 1) == ' ')) {
            end--;
        }
        return closed.substring(0, end).strip();
    }
}
