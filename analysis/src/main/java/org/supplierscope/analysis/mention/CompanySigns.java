package org.supplierscope.analysis.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Words that betray a company beside a name which is also an everyday word: "said", "Corp.",
/// "maker", 表示.
final class CompanySigns {

    private static final String FILE = "company-signs.txt";
    private static final int LONGEST_HAN_SIGN = 4;
    private static final int REACH = 200;
    private static final int ENOUGH = 2;

    private final Map<String, Set<String>> words = new HashMap<>();

    CompanySigns() {
        try (InputStream in = Objects.requireNonNull(CompanySigns.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int colon = line.indexOf(':');
                if (colon > 0 && line.charAt(0) != '#') {
                    Set<String> set = words.computeIfAbsent(line.substring(0, colon), _ -> new HashSet<>());
                    for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
                        set.add(new FoldedText(word).slice(0, word.length()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    boolean isLegalForm(String word) {
        return has("legal", word);
    }

    /// Whether a company stands from one offset to another, by the words around it.
    boolean around(FoldedText text, int start, int end) {
        return FoldedText.isWord(text.at(end - 1)) ? aroundWord(text, start, end) : aroundHan(text, start, end);
    }

    private boolean aroundWord(FoldedText text, int start, int end) {
        if (text.at(end) == '\'' && text.at(end + 1) == 's' && isCapital(text, start)) {
            return true;
        }
        int next = text.at(end) == ' ' ? end + 1 : end;
        String after = text.slice(next, text.wordEnd(next));
        if (has("verb", after) || (has("legal", after) && isCapital(text, next))) {
            return true;
        }
        if (has("future", after) || (after.length() > 4 && after.endsWith("ed") && isCapital(text, start))) {
            return true;
        }
        int second = Math.min(text.wordEnd(next) + 1, text.length());
        if (has("auxiliary", after) && has("verb", text.slice(second, text.wordEnd(second)))) {
            return true;
        }
        if (text.at(end) == ',' && has("appositive", Neighbours.wordAfter(text, end + 1)) && isCapital(text, start)) {
            return true;
        }
        String later = text.slice(second, text.wordEnd(second));
        if (after.equals("to") && has("infinitive", later) || after.equals("in") && later.equals("talks")) {
            return isCapital(text, start);
        }
        String before = Neighbours.wordBefore(text, start);
        return has("before", before)
                || before.equals("s") && isOfAPlace(text, start)
                || has("of", before) && isOfACompany(text, start, before);
    }

    /// "Taiwan's ASE".
    private boolean isOfAPlace(FoldedText text, int start) {
        int apostrophe = start - 3;
        return isCapital(text, start)
                && text.at(apostrophe) == '\''
                && has("place", Neighbours.wordBefore(text, apostrophe));
    }

    /// "The chairman of ASE".
    private boolean isOfACompany(FoldedText text, int start, String before) {
        int preposition = start - 1 - before.length();
        return isCapital(text, start) && preposition > 0 && has("of-company", Neighbours.wordBefore(text, preposition));
    }

    private boolean aroundHan(FoldedText text, int start, int end) {
        if (text.at(end) == ':') {
            return true;
        }
        for (int length = 2; length <= LONGEST_HAN_SIGN; length++) {
            if (end + length <= text.length() && has("han-after", text.slice(end, end + length))) {
                return true;
            }
            if (start - length >= 0 && has("han-before", text.slice(start - length, start))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the text around is in a language that gives every noun a capital, by its small
    /// words.
    boolean isNounLanguage(FoldedText text, int offset) {
        int small = 0;
        int at = Math.max(0, offset - REACH);
        int to = Math.min(text.length(), offset + REACH);
        while (at < to) {
            int end = text.wordEnd(at);
            if (end > at && has("noun-language", text.slice(at, end)) && ++small >= ENOUGH) {
                return true;
            }
            at = Math.max(end, at + 1);
        }
        return false;
    }

    private static boolean isCapital(FoldedText text, int offset) {
        return offset < text.length() && Character.isUpperCase(text.original().charAt(offset));
    }

    private boolean has(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }
}
