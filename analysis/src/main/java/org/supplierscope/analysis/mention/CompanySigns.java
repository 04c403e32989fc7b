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

/// Words that betray a company beside a name which is also an everyday word: "said", "Corp.", "maker", 表示.
final class CompanySigns {

    private static final String FILE = "company-signs.txt";
    private static final int LONGEST_HAN_SIGN = 4;

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
        return FoldedText.isHan(text.at(end - 1)) ? aroundHan(text, start, end) : aroundWord(text, start, end);
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
        if (has("auxiliary", after)) {
            int second = text.wordEnd(next) + 1;
            return has(
                    "verb", text.slice(Math.min(second, text.length()), text.wordEnd(Math.min(second, text.length()))));
        }
        return has("before", wordBefore(text, start));
    }

    private boolean aroundHan(FoldedText text, int start, int end) {
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

    static String wordBefore(FoldedText text, int start) {
        int end = start;
        while (end > 0 && (text.at(end - 1) == ' ' || text.at(end - 1) == '"')) {
            end--;
        }
        int from = end;
        while (from > 0 && FoldedText.isWord(text.at(from - 1))) {
            from--;
        }
        return text.slice(from, end);
    }

    static String wordAfter(FoldedText text, int end) {
        int from = text.at(end) == ' ' ? Math.min(end + 1, text.length()) : end;
        return text.slice(from, text.wordEnd(from));
    }

    private static boolean isCapital(FoldedText text, int offset) {
        return offset < text.length() && Character.isUpperCase(text.original().charAt(offset));
    }

    private boolean has(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }
}
