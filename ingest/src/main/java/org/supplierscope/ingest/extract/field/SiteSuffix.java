package org.supplierscope.ingest.extract.field;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts the site's name off a title: `Headline | The Daily Post` is `Headline`.
final class SiteSuffix {

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s[|\\-–—―－·•・:：»«›‹/~]{1,2}\\s|\\s?[|｜￤]\\s?|\\s?[_＿]{1,2}\\s?|(?<=[\\x{2E80}-\\x{FFEF}])[-–—―－]");

    private final String siteName;

    SiteSuffix(@Nullable String siteName) {
        this.siteName = siteName == null ? "" : letters(siteName);
    }

    /// The title without the part that is the site's name, or that stands behind a separator and is much
    /// shorter than the rest: for titles that content systems put together.
    String cut(String title) {
        return cut(title, true);
    }

    /// The title without the site's name: for what an editor wrote, where a short part behind a dash is a
    /// thought.
    String cutSite(String title) {
        return cut(title, false);
    }

    private String cut(String title, boolean alsoLikelyNames) {
        String text = title.strip();
        for (int rounds = 0; rounds < 3; rounds++) {
            Matcher matcher = SEPARATOR.matcher(text);
            int last = -1;
            int lastEnd = -1;
            int first = -1;
            int firstEnd = -1;
            while (matcher.find()) {
                first = first < 0 ? matcher.start() : first;
                firstEnd = firstEnd < 0 ? matcher.end() : firstEnd;
                last = matcher.start();
                lastEnd = matcher.end();
            }
            if (last <= 0) {
                return text;
            }
            String tail = text.substring(lastEnd);
            String head = text.substring(0, first);
            if (isSite(tail)
                    || (alsoLikelyNames
                            && looksLikeName(tail, text.substring(0, last), text.substring(last, lastEnd)))) {
                text = text.substring(0, last).strip();
            } else if (isSite(head)) {
                text = text.substring(firstEnd).strip();
            } else {
                return text;
            }
        }
        return text;
    }

    /// Whether the text is the site's name, or part of it, or holds little else.
    boolean isSite(String part) {
        String letters = letters(part);
        return !letters.isEmpty()
                && !siteName.isEmpty()
                && (letters.equals(siteName) || siteName.contains(letters) || letters.contains(siteName));
    }

    /// A bar parts a name from a headline nearly always; a dash does so when the part behind it is short.
    private static boolean looksLikeName(String tail, String rest, String separator) {
        int words = words(tail);
        int restWords = words(rest);
        String mark = separator.strip();
        if (mark.equals("|") || mark.equals("｜") || mark.equals("￤") || mark.startsWith("_") || mark.startsWith("＿")) {
            return words <= 6 && restWords >= 2;
        }
        return words <= 3 && restWords >= 4 && !mark.startsWith(":") && !mark.startsWith("：");
    }

    /// Words between blanks; in scripts without blanks two characters count as one.
    private static int words(String text) {
        int words = 0;
        int unspaced = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            boolean alone = letter && ((c >= 0x2E80 && c < 0xAC00) || (c >= 0xE00 && c < 0xE80));
            unspaced += alone ? 1 : 0;
            words += letter && !alone && !inWord ? 1 : 0;
            inWord = (letter && !alone) || (inWord && !Character.isWhitespace(c));
        }
        return words + (unspaced + 1) / 2;
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c)
                        || Character.getType(c) == Character.LETTER_NUMBER
                        || Character.getType(c) == Character.OTHER_NUMBER)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
