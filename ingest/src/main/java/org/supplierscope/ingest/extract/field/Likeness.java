package org.supplierscope.ingest.extract.field;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// How much two short texts say the same.
final class Likeness {

    private Likeness() {}

    /// Shared words over all words (Jaccard), 0 to 1; in scripts without spaces each character is a word.
    static double share(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return (double) both.size() / (a.size() + b.size() - both.size());
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        var word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length(); i++) {
            char c = i < lower.length() ? lower.charAt(i) : ' ';
            boolean alone = c >= 0x2E80 && c < 0xAC00;
            if (Character.isLetterOrDigit(c) && !alone) {
                word.append(c);
                continue;
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (alone && Character.isLetterOrDigit(c)) {
                words.add(String.valueOf(c));
            }
        }
        return words;
    }
}
