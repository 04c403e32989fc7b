package org.supplierscope.ingest.extract.body;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.supplierscope.ingest.extract.markup.WordList;

/// Phrases of many languages by which a stray line is known. See `body/lines-en.txt` for the form of an entry.
///
/// All languages are asked at once, since pages often do not tell theirs. Texts are folded by [Folding] and
/// compared from the first letter or digit of a line on.
final class PhraseBook {

    private static final List<String> ENTRIES = WordList.read("body/languages.txt").stream()
            .flatMap(language -> WordList.read("body/lines-" + language + ".txt").stream())
            .toList();

    private final Set<String> whole = new HashSet<>();
    private final PhraseTrie starts = new PhraseTrie();
    private final PhraseTrie contains = new PhraseTrie();

    private PhraseBook() {}

    /// Reads one kind of entries (`drop`, `label`, `edge` or `end`) in every language.
    static PhraseBook read(String kind) {
        var book = new PhraseBook();
        var channels = new PhraseTrie();
        WordList.read("body/channels.txt").forEach(channel -> channels.add(Folding.fold(channel)));
        for (String entry : ENTRIES) {
            String[] parts = entry.split(" ", 3);
            if (parts[0].equals(kind)) {
                book.add(parts[1], Folding.fold(parts[2]), channels);
            }
        }
        return book;
    }

    private void add(String how, String phrase, PhraseTrie channels) {
        switch (how) {
            case "whole" -> whole.add(phrase);
            case "starts" -> {
                String[] pair = phrase.split(" … ", 2);
                if (pair.length == 2) {
                    var second = new PhraseTrie();
                    second.add(pair[1]);
                    starts.add(pair[0], second);
                } else {
                    starts.add(phrase);
                }
            }
            case "invites" -> starts.add(phrase, channels);
            case "contains" -> contains.add(phrase);
            default -> throw new IllegalStateException("unknown kind of phrase: " + how + " " + phrase);
        }
    }

    /// Whether the folded line is one of the phrases, or starts with one, also behind a bracket.
    boolean opens(String folded) {
        int bracket = !folded.isEmpty() && (folded.charAt(0) == '[' || folded.charAt(0) == '(') ? 1 : 0;
        return whole.contains(folded)
                || starts.matchesAt(folded, 0)
                || (bracket > 0 && starts.matchesAt(folded, bracket));
    }

    /// Whether one of the phrases stands anywhere in the folded line, from the start of a word.
    boolean standsIn(String folded) {
        return contains.standsIn(folded, 0);
    }

    /// A line in the form in which phrases are compared: folded, without marks at its ends.
    static String fold(String line) {
        int from = 0;
        int to = line.length();
        while (from < to && !isStart(line, from)) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(line.charAt(to - 1))) {
            to--;
        }
        return Folding.fold(line.substring(from, to));
    }

    /// A bracket that a word follows is part of some phrases.
    private static boolean isStart(String line, int at) {
        char c = Folding.fold(line.charAt(at));
        return Character.isLetterOrDigit(c)
                || ((c == '(' || c == '[') && at + 1 < line.length() && Character.isLetterOrDigit(line.charAt(at + 1)));
    }
}
