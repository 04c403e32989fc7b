package org.supplierscope.analysis.story;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The terms of a text by which events are told apart: names, other words, numbers and times.
///
/// English words are stemmed roughly, Chinese and Japanese text gives pairs of neighbouring
/// characters. One pass over the text, no dictionary.
final class Wording {

    /// What a term is.
    enum Kind {
        /// Written with a capital inside sentences and never without one.
        NAME(0),
        /// Any other word, and pairs of characters.
        WORD(1),
        /// With a digit.
        NUMBER(2),
        /// A year, a day of a month, a month or a weekday.
        TIME(3);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /// By which it is stored; from 0 to 3.
        int code() {
            return code;
        }
    }

    /// A place in the text where a term stands.
    ///
    /// @param text the term itself
    /// @param lead whether it stands among the first [#LEAD] words
    record Term(String text, Kind kind, boolean lead) {}

    /// Title and first sentences: news says who, what, where and when there.
    static final int LEAD = 80;

    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Map<String, String> MONTHS = months();
    private static final Pattern WEEKDAY =
            Pattern.compile("(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)");
    /// Above this share of capitals a line is a headline, whose capitals say nothing of names.
    private static final double HEADLINE = 0.6;

    private record Token(String text, boolean capital, boolean inside, boolean lead) {}

    private record Uses(int capital, int inside, int small) {
        Uses and(Uses other) {
            return new Uses(capital + other.capital, inside + other.inside, small + other.small);
        }
    }

    private Wording() {}

    /// The terms of a text in its order.
    static List<Term> of(String text) {
        List<Token> tokens = tokens(Normalizer.normalize(text, Normalizer.Form.NFKC));
        Map<String, Uses> uses = new HashMap<>();
        for (Token token : tokens) {
            var use = new Uses(token.capital() ? 1 : 0, token.inside() ? 1 : 0, token.capital() ? 0 : 1);
            uses.merge(small(token.text()), use, Uses::and);
        }
        List<Term> terms = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String word = small(token.text());
            String month = token.capital() ? MONTHS.get(word) : null;
            if (month != null) {
                String day = day(tokens, i + 1);
                terms.add(new Term(month + (day.isEmpty() ? day(tokens, i - 1) : day), Kind.TIME, false));
            } else if (WEEKDAY.matcher(word).matches() || YEAR.matcher(word).matches()) {
                terms.add(new Term(word, Kind.TIME, false));
            } else if (word.codePoints().anyMatch(Character::isDigit)) {
                terms.add(new Term(word, Kind.NUMBER, token.lead()));
            } else if (word.length() > 1) {
                Uses use = uses.getOrDefault(word, new Uses(0, 0, 1));
                boolean name = use.small() == 0 && use.inside() > 0;
                terms.add(new Term(stem(word), name ? Kind.NAME : Kind.WORD, token.lead()));
            }
        }
        return terms;
    }

    private static Map<String, String> months() {
        Map<String, String> months = new HashMap<>();
        for (String month : List.of(
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december")) {
            months.put(month, month);
            months.put(month.substring(0, 3), month);
        }
        months.put("sept", "september");
        return months;
    }

    private static String day(List<Token> tokens, int at) {
        if (at < 0 || at >= tokens.size()) {
            return "";
        }
        String text = tokens.get(at).text();
        return text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9') ? "-" + text : "";
    }

    private static String small(String token) {
        String word = token.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }

    /// Cuts the commonest endings, so that forms of a word meet; that the stem is no word does no
    /// harm.
    static String stem(String word) {
        String stem = word;
        if (cut(word, "ies")) {
            stem = word.substring(0, word.length() - 3) + "y";
        } else if (cut(word, "ing")) {
            stem = single(word.substring(0, word.length() - 3));
        } else if (cut(word, "ed")) {
            stem = single(word.substring(0, word.length() - 2));
        } else if (cut(word, "es")) {
            stem = word.substring(0, word.length() - 2);
        } else if (cut(word, "s") && !word.endsWith("ss")) {
            stem = word.substring(0, word.length() - 1);
        }
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static boolean cut(String word, String ending) {
        return word.endsWith(ending) && word.length() - ending.length() >= 3;
    }

    private static String single(String stem) {
        int last = stem.length() - 1;
        boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1) && "ls".indexOf(stem.charAt(last)) < 0;
        return doubled ? stem.substring(0, last) : stem;
    }

    private static List<Token> tokens(String text) {
        List<Token> all = new ArrayList<>();
        int sentence = 0;
        int at = 0;
        int previousEnd = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (!Character.isLetterOrDigit(point)) {
                at += Character.charCount(point);
                continue;
            }
            if (ends(text, previousEnd, at)) {
                settle(all, sentence);
                sentence = all.size();
            }
            int end = spaceless(point) ? pairEnd(text, at) : wordEnd(text, at);
            boolean capital = Character.isUpperCase(point);
            all.add(new Token(text.substring(at, end), capital, capital && all.size() > sentence, all.size() < LEAD));
            at = spaceless(point) ? at + Character.charCount(point) : end;
            previousEnd = end;
        }
        settle(all, sentence);
        return all;
    }

    /// Capitals of a headline are no sign of a name.
    private static void settle(List<Token> all, int from) {
        List<Token> line = all.subList(from, all.size());
        long capitals = line.stream().filter(Token::capital).count();
        if (line.size() > 3 && capitals > HEADLINE * line.size()) {
            line.replaceAll(token -> new Token(token.text(), token.capital(), false, token.lead()));
        }
    }

    /// Whether a sentence or line ends between two words.
    private static boolean ends(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean stop = c == '.' || c == '!' || c == '?';
            if (c == '\n' || c == '\u3002' || stop && i + 1 < to && Character.isWhitespace(text.charAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static int pairEnd(String text, int at) {
        int end = at + Character.charCount(text.codePointAt(at));
        if (end < text.length() && spaceless(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int next = end + Character.charCount(point);
            boolean joined = next < text.length()
                    && "'\u2019.,".indexOf(point) >= 0
                    && joins(point, text.codePointBefore(end), text.codePointAt(next));
            if (!joined && (!Character.isLetterOrDigit(point) || spaceless(point))) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static boolean joins(int mark, int before, int after) {
        return mark == ','
                ? Character.isDigit(before) && Character.isDigit(after)
                : Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after) && !spaceless(after);
    }

    private static boolean spaceless(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI -> true;
            default -> false;
        };
    }
}
