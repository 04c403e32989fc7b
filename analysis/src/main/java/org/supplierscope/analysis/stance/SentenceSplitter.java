package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.supplierscope.analysis.mention.FoldedText;

/// Cuts a passage into sentences, English and Chinese. A line feed ends a sentence, an
/// abbreviation does not.
final class SentenceSplitter {

    /// A longer stretch without a full stop is no sentence of a newspaper; it is cut so that no
    /// work grows with it.
    static final int LONGEST = 2_000;

    private static final String CLOSERS = "\"')]\u300D\u300F\u201D\u2019\uFF09";
    private static final Set<String> ABBREVIATIONS = Set.of(
            "co", "corp", "inc", "ltd", "mr", "mrs", "ms", "dr", "prof", "no", "vs", "approx", "est", "fig", "jr", "sr",
            "st", "hon", "e.g", "i.e", "u.s", "u.k", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct", "nov", "dec", "bn", "mn", "cf", "al", "dept", "intl", "pte", "bhd", "plc");
    private static final Set<String> ALSO_AT_AN_END =
            Set.of("co", "corp", "inc", "ltd", "u.s", "u.k", "bn", "mn", "plc");

    private SentenceSplitter() {}

    static List<Sentence> split(FoldedText text) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.at(at);
            boolean ends = c == '\n' || c == '\r' || isStop(text, at) || at - start >= LONGEST;
            if (ends) {
                int end = at + 1;
                while (c != '\n'
                        && c != '\r'
                        && end < text.length()
                        && CLOSERS.indexOf(text.original().charAt(end)) >= 0) {
                    end++;
                }
                add(sentences, text, start, end);
                start = end;
                at = end - 1;
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static void add(List<Sentence> sentences, FoldedText text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.at(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.at(to - 1))) {
            to--;
        }
        if (from < to) {
            sentences.add(new Sentence(from, to));
        }
    }

    private static boolean isStop(FoldedText text, int at) {
        return switch (text.at(at)) {
            case '\u3002', '\uFF61', '\u2026' -> text.at(at + 1) != text.at(at);
            case '!', '?' -> true;
            case '.' -> isFullStop(text, at);
            default -> false;
        };
    }

    private static boolean isFullStop(FoldedText text, int at) {
        int next = at + 1;
        while (CLOSERS.indexOf(text.at(next)) >= 0) {
            next++;
        }
        char follower = text.at(next);
        if (follower != ' ' && follower != '\n') {
            return FoldedText.isHan(follower) && next > at + 1;
        }
        int from = at;
        while (from > 0 && (FoldedText.isWord(text.at(from - 1)) || text.at(from - 1) == '.')) {
            from--;
        }
        String word = text.slice(from, at);
        if (!ABBREVIATIONS.contains(word) && !(word.length() == 1 && Character.isLetter(word.charAt(0)))) {
            return true;
        }
        while (text.at(next) == ' ') {
            next++;
        }
        boolean capital =
                next < text.length() && Character.isUpperCase(text.original().charAt(next));
        return next >= text.length() || (capital && ALSO_AT_AN_END.contains(word));
    }
}
