package org.supplierscope.ingest.extract.body;

import java.text.Normalizer;

/// One spelling for each letter, so that phrases are found whatever their case, accents and width.
///
/// Capitals are often printed without accents (`A LIRE AUSSI`), Greek ones always; Turkish has two letters i;
/// East Asian pages mix full-width and half-width marks. So accents are taken off letters of Latin, Greek and
/// Cyrillic script, and full-width forms become plain ones. Letters of other scripts stay as they are.
final class Folding {

    /// Beyond the Greek, Cyrillic and Latin blocks nothing is decomposed; see [#fold].
    private static final char[] FOLDED = table();

    private Folding() {}

    /// The folded character.
    static char fold(char c) {
        return FOLDED[c];
    }

    /// Each character of the text folded; as long as the text.
    static String fold(CharSequence text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(FOLDED[text.charAt(i)]);
        }
        return folded.toString();
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < table.length; c++) {
            table[c] = folded((char) c);
        }
        return table;
    }

    private static char folded(char c) {
        char narrow = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c;
        char plain = switch (narrow) {
            case '’', '‘', '`', '´', 'ʼ' -> '\'';
            case '“', '”', '„' -> '"';
            case '–', '—', '‑' -> '-';
            case '【', '［', '〔' -> '[';
            case '】', '］', '〕' -> ']';
            case '\n', '\t', '\u00A0', '\u3000' -> ' ';
            case 'ı' -> 'i';
            case 'ς' -> 'σ';
            case 'ø', 'Ø' -> 'o';
            case 'ł', 'Ł' -> 'l';
            case 'đ', 'Đ' -> 'd';
            case 'ي' -> 'ی';
            case 'ك' -> 'ک';
            case 'أ', 'إ', 'آ' -> 'ا';
            case 'ى' -> 'ی';
            default -> Character.toLowerCase(narrow);
        };
        return isAccented(plain) ? bare(plain) : plain;
    }

    private static boolean isAccented(char c) {
        return (c >= 0xC0 && c < 0x250) || (c >= 0x370 && c < 0x530) || (c >= 0x1E00 && c < 0x2000);
    }

    /// The letter without its accents.
    private static char bare(char c) {
        return Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
    }
}
