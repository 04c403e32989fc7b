package org.supplierscope.ingest.date;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of dates in many languages: months, weekdays, halves of the day, eras, and words that mean
/// nothing.
public final class DateWords {

    /// What a word is, in the order in which a word of two kinds is understood.
    enum Kind {
        MONTH,
        WEEKDAY,
        UNIT,
        ERA,
        FILLER,
        HALF
    }

    private static final Map<Kind, Map<String, String>> WORDS = read();

    /// The longest word of a script that puts no space between words, in characters.
    private static final int LONGEST = 16;

    private DateWords() {}

    /// The number of the month, 1 to 12, that a name or short form in any case stands for, with or without a
    /// full stop at its end; 0 when it names none.
    public static int month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String bare = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        String month = value(Kind.MONTH, bare);
        return month == null ? 0 : Integer.parseInt(month);
    }

    /// What the file says of a word of the kind; null when it is none.
    static @Nullable String value(Kind kind, String word) {
        return WORDS.getOrDefault(kind, Map.of()).get(word);
    }

    /// The kind of a word in lower case; null when it is not a word of dates.
    static @Nullable Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (value(kind, word) != null) {
                return kind;
            }
        }
        return null;
    }

    /// The longest word of dates that the text has at a place; empty when there is none.
    static String longestAt(String text, int start) {
        for (int end = Math.min(text.length(), start + LONGEST); end > start; end--) {
            String word = text.substring(start, end);
            if (kind(word) != null) {
                return word;
            }
        }
        return "";
    }

    /// The words for halves of the day as alternatives of a pattern, the longest first.
    static String halves() {
        return WORDS.getOrDefault(Kind.HALF, Map.of()).keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    private static Map<Kind, Map<String, String>> read() {
        Map<Kind, Map<String, String>> words = new HashMap<>();
        for (List<String> line : Lexicon.lines("words.txt")) {
            Kind kind = Kind.valueOf(line.getFirst().toUpperCase(Locale.ROOT));
            Map<String, String> ofKind = words.computeIfAbsent(kind, k -> new HashMap<>());
            for (String word : line.subList(2, line.size())) {
                ofKind.put(word, line.get(1));
            }
        }
        return words;
    }
}
