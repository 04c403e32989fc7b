package org.supplierscope.analysis.catalogue;

import com.ibm.icu.text.Transliterator;

/// In which form letters are compared: lower case, half width, simplified characters, plain
/// quotes, hyphens as spaces. One character becomes one character, so that offsets stay.
public final class Folding {

    /// Characters of Japan's reform that ICU does not take for traditional ones, each before its
    /// simplified form.
    private static final String JAPANESE = "亜亚広广徳德気气発发関关駆驱売卖蔵藏沢泽浜滨満满検检実实戦战証证";

    private static final char[] FOLD = table();

    private Folding() {}

    /// The form of a character.
    public static char of(char c) {
        return FOLD[c];
    }

    /// The form of a text.
    public static String of(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLD[folded[i]];
        }
        return new String(folded);
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        for (int c = 0; c < table.length; c++) {
            table[c] = fold((char) c, simplify);
        }
        return table;
    }

    private static char fold(char c, Transliterator simplify) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return fold((char) (c - 0xFEE0), simplify);
        }
        if (c >= 0x3400 && c <= 0x9FFF) {
            int reformed = JAPANESE.indexOf(c);
            if (reformed >= 0 && reformed % 2 == 0) {
                return JAPANESE.charAt(reformed + 1);
            }
            String simple = simplify.transliterate(String.valueOf(c));
            return simple.length() == 1 ? simple.charAt(0) : c;
        }
        return switch (c) {
            case '-', '\u2010', '\u2011', '\u00A0', '\u3000', '\t' -> ' ';
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u201C', '\u201D', '\u300C', '\u300D', '\u300E', '\u300F' -> '"';
            default -> Character.isSurrogate(c) ? c : Character.toLowerCase(c);
        };
    }
}
