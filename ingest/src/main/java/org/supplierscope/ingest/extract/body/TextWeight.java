package org.supplierscope.ingest.extract.body;

/// How much a character says, so that thresholds in letters hold for every script.
final class TextWeight {

    /// A Han, Kana or Hangul character says about as much as this many Latin letters.
    static final int IDEOGRAPH = 3;

    private TextWeight() {}

    /// 0 for anything but letters and digits.
    static int of(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? 1 : 0;
        }
        if ((c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF)) {
            return IDEOGRAPH;
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? 1 : 0;
    }
}
