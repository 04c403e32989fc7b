package org.supplierscope.ingest.hub;

import java.lang.Character.UnicodeScript;

/// How much a text says, whatever its script.
final class Wording {

    private Wording() {}

    /// Words, where two characters of Chinese or Japanese count as one.
    static double weight(String text) {
        double words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetter(c) && !isIdeograph(c);
            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && (c == '\'' || c == '’' || c == '-'));
        }
        return words + ideographs(text) / 2.0;
    }

    /// The number of characters of scripts that put no space between words.
    static long ideographs(String text) {
        return text.chars().filter(c -> isIdeograph((char) c)).count();
    }

    private static boolean isIdeograph(char c) {
        if (c < 0x3040) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }
}
