package org.supplierscope.analysis.mention;

import org.supplierscope.analysis.catalogue.Folding;

/// A text beside its folded form (see [Folding]). Folding keeps every offset, so that what is
/// found in the folded form can be shown as it was written. Immutable.
public final class FoldedText {

    private final String original;
    private final char[] folded;

    /// Folds a text; any characters are survived, lone surrogates included.
    public FoldedText(String original) {
        this.original = original;
        folded = original.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Folding.of(folded[i]);
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
}
