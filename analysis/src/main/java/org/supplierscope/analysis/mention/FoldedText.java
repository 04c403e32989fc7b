package org.supplierscope.analysis.mention;

import com.ibm.icu.text.Transliterator;

/// A text beside its folded form: lower case, half width, simplified characters, plain quotes,
/// hyphens as spaces. Folding keeps every offset, so that what is found in the folded form can be
/// shown as it was written. Immutable.
public final class FoldedText {

    /// Characters of Japan's reform that ICU does not take for traditional ones, each before its
    /// simplified form.
    private static final String JAPANESE = "亜亚広广徳德気气発发関关駆驱売卖蔵藏沢泽浜滨満满検检実实戦战証证";

    private static final char[] FOLD = table();

    private final String original;
    private final char[] folded;

    /// Folds a text; any characters are survived, lone surrogates included.
    public FoldedText(String original) {
        this.original = original;
        folded = original.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLD[folded[i]];
        }
    }

    /// The text as it was written.
    public String original() {
        return original;
    }

    /// Number of characters.
    public int length() {
        return folded.length;
    }

    /// The folded character at an offset, or a line feed before the start and after the end.
    public char at(int offset) {
        return offset < 0 || offset >= folded.length ? '\n' : folded[offset];
    }

    /// The folded characters from one offset to another.
    public String slice(int start, int end) {
        return new String(folded, start, end - start);
    }

    /// Whether a folded character is a letter or digit of an alphabet that separates words by
    /// spaces.
    public static boolean isWord(char c) {
        return c < 0x2E80 && (Character.isLetterOrDigit(c) || c == '_');
    }

    /// Whether a character is Han.
    public static boolean isHan(char c) {
        return c >= 0x3400 && c <= 0x9FFF;
    }

    /// Whether a character is katakana: a run of them is one word, mostly a foreign one.
    public static boolean isKatakana(char c) {
        return c >= 0x30A1 && c <= 0x30FA || c == '\u30FC';
    }

    /// Whether a match from one offset to another cuts no word in two.
    public boolean isWhole(int start, int end) {
        return !isWithinWord(start) && !isWithinWord(end);
    }

    private boolean isWithinWord(int offset) {
        char before = at(offset - 1);
        char after = at(offset);
        return isWord(before) && isWord(after) || isKatakana(before) && isKatakana(after);
    }

    /// Offset after the word that begins at an offset.
    public int wordEnd(int start) {
        int end = start;
        while (isWord(at(end))) {
            end++;
        }
        return end;
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
        if (isHan(c)) {
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
