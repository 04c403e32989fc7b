package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.mention.FoldedText;

/// Cuts a sentence into [Unit]s.
final class Units {

    private static final String OTHER = "<other>";
    private static final String NUMBER = "#";
    private static final String MARKS = ",.;:?!\"()$%\u3001\u3002";
    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "ly");
    private static final int SHORTEST_STEM = 3;

    private Units() {}

    static List<Unit> of(FoldedText text, List<Token> tokens) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isName()) {
                units.add(new Unit(OTHER, token.start(), token.end(), i, false, token.supplier()));
            } else {
                words(text, token, i, units);
            }
        }
        return units;
    }

    private static void words(FoldedText text, Token token, int index, List<Unit> units) {
        int at = token.start();
        while (at < token.end()) {
            char c = text.at(at);
            if (FoldedText.isWord(c)) {
                int end = Math.min(text.wordEnd(at), token.end());
                String word = text.slice(at, end);
                boolean number = Character.isDigit(c);
                if (!number || units.isEmpty() || !units.getLast().word().equals(NUMBER)) {
                    units.add(new Unit(number ? NUMBER : stem(word), at, end, index, false, null));
                }
                at = end;
                continue;
            }
            if (c >= 0x2E80 || MARKS.indexOf(c) >= 0) {
                units.add(new Unit(String.valueOf(c), at, at + 1, index, c >= 0x2E80, null));
            }
            at++;
        }
    }

    /// A word without its commonest English endings: rough, but the same in training and reading.
    private static String stem(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
