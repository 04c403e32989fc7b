package org.supplierscope.ingest.extract.body;

/// How much a character says, so that thresholds in letters hold for every script.
final class TextWeight {

    /// A Han, Kana or Hangul character says about as much as this many Latin letters.
    static final int IDEOGRAPH = 3;

    private TextWeight() {}

    private static final byte[] WEIGHTS = table();

    /// 0 for anything but letters and digits, and the vowel signs of Indic and Thai writing, which are letters
    /// too.
    static int of(char c) {
        return WEIGHTS[c];
    }

    private static byte[] table() {
        byte[] weights = new byte[Character.MAX_VALUE + 1];
        for (int c = 0; c < weights.length; c++) {
            weights[c] = (byte) weight((char) c);
        }
        return weights;
    }

    private static int weight(char c) {
        if ((c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF)) {
            return IDEOGRAPH;
        }
        boolean sign = c >= 0x0900 && c < 0x1800 && isMark(c);
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || sign ? 1 : 0;
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
