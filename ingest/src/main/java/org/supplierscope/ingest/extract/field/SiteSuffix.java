package org.supplierscope.ingest.extract.field;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts the site's name off a title: `Headline | The Daily Post` is `Headline`.
final class SiteSuffix {

    private static final Pattern SEPARATOR = Pattern.compile("\\s[|\\-–—·•:»«/~]{1,2}\\s|\\s?[|｜]\\s?|_{1,2}");

    private final String siteName;

    SiteSuffix(@Nullable String siteName) {
        this.siteName = siteName == null ? "" : letters(siteName);
    }

    /// The title without the part that is the site's name, or that stands behind a separator and is much
    /// shorter than the rest.
    String cut(String title) {
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
                    || looksLikeName(
                            tail, text.substring(0, last), text.charAt(Math.min(last + 1, text.length() - 1)))) {
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
    private static boolean looksLikeName(String tail, String rest, char separator) {
        int words = tail.strip().split("\\s+", -1).length;
        int restWords = rest.strip().split("\\s+", -1).length;
        return separator == '|' ? words <= 6 && restWords >= 2 : words <= 3 && restWords >= 4 && separator != ':';
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
