package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.WordList;

/// Phrases of many languages by which a stray line is known. See `body/lines-en.txt` for the form of an entry.
///
/// All languages are asked at once, since pages often do not tell theirs. Lower case, compared from the first
/// letter or digit of a line on.
final class PhraseBook {

    private static final String[] LANGUAGES = {"en", "zh", "ja", "ko", "de", "fr", "es", "it", "pt", "nl", "ru", "pl"};

    private final Set<String> whole = new HashSet<>();
    private final Trie starts = new Trie();
    private final Trie contains = new Trie();
    /// What a line goes on with after its start, by the start.
    private final List<String[]> pairs = new ArrayList<>();

    private PhraseBook() {}

    /// Reads one kind of entries (`drop` or `end`) in every language.
    static PhraseBook read(String kind) {
        var book = new PhraseBook();
        for (String language : LANGUAGES) {
            for (String entry : WordList.read("body/lines-" + language + ".txt")) {
                String[] parts = entry.split(" ", 3);
                if (parts[0].equals(kind)) {
                    book.add(parts[1], parts[2]);
                }
            }
        }
        return book;
    }

    private void add(String how, String phrase) {
        switch (how) {
            case "whole" -> whole.add(phrase);
            case "starts" -> {
                String[] pair = phrase.split(" … ", 2);
                if (pair.length == 2) {
                    pairs.add(pair);
                } else {
                    starts.add(phrase);
                }
            }
            case "contains" -> contains.add(phrase);
            default -> throw new IllegalStateException("unknown kind of phrase: " + how + " " + phrase);
        }
    }

    /// Whether the folded line is one of the phrases, or starts with one.
    boolean opens(String folded) {
        return whole.contains(folded)
                || starts.matchesAt(folded, 0)
                || pairs.stream().anyMatch(pair -> folded.startsWith(pair[0]) && folded.contains(pair[1]));
    }

    /// Whether one of the phrases stands anywhere in the folded line, from the start of a word.
    boolean standsIn(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            boolean wordStart = i == 0 || !Character.isLetter(folded.charAt(i - 1)) || folded.charAt(i) > 0x2E80;
            if (wordStart && contains.matchesAt(folded, i)) {
                return true;
            }
        }
        return false;
    }

    /// A line in the form in which phrases are compared: lower case, straight quotes, without marks at its
    /// ends.
    static String fold(String line) {
        int from = 0;
        int to = line.length();
        while (from < to
                && !Character.isLetterOrDigit(line.charAt(from))
                && line.charAt(from) != '('
                && line.charAt(from) != '[') {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(line.charAt(to - 1))) {
            to--;
        }
        var folded = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            folded.append(
                    switch (c) {
                        case '’', '‘', '`' -> '\'';
                        case '“', '”' -> '"';
                        case '：' -> ':';
                        case '\n', '\t' -> ' ';
                        default -> Character.toLowerCase(c);
                    });
        }
        return folded.toString();
    }

    private static final class Trie {

        private final Map<Character, Trie> next = new HashMap<>();
        private boolean ends;

        void add(String phrase) {
            Trie at = this;
            for (int i = 0; i < phrase.length(); i++) {
                at = at.next.computeIfAbsent(phrase.charAt(i), c -> new Trie());
            }
            at.ends = true;
        }

        boolean matchesAt(String text, int from) {
            @Nullable Trie at = this;
            for (int i = from; i < text.length(); i++) {
                at = at.next.get(text.charAt(i));
                if (at == null) {
                    return false;
                }
                if (at.ends && endsWord(text, i)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean endsWord(String text, int last) {
            char c = text.charAt(last);
            return last + 1 == text.length()
                    || c > 0x2E80
                    || !Character.isLetter(c)
                    || !Character.isLetter(text.charAt(last + 1));
        }
    }
}
