package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.mention.FoldedText;

/// Cuts a sentence into [Unit]s.
final class Units {

    /// The supplier that the sentence is seen from.
    static final String SUPPLIER = "<it>";

    private static final String OTHER = "<other>";
    private static final String NUMBER = "#";
    private static final String MARKS = ",.;:?!\"()$%\u3001\u3002";
    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "ly");
    private static final int SHORTEST_STEM = 3;

    private Units() {}

    static List<Unit> of(FoldedText text, List<Token> tokens, String supplier) {
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isName()) {
                String mask = supplier.equals(token.supplier()) ? SUPPLIER : OTHER;
                units.add(new Unit(mask, token.start(), token.end(), i, false));
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
                    units.add(new Unit(number ? NUMBER : stem(word), at, end, index, false));
                }
                at = end;
                continue;
            }
            if (c >= 0x2E80 || MARKS.indexOf(c) >= 0) {
                units.add(new Unit(String.valueOf(c), at, at + 1, index, c >= 0x2E80));
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
