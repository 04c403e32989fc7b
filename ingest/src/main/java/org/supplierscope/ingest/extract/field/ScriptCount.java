package org.supplierscope.ingest.extract.field;

/// Which script a text is mainly written in.
///
/// @param latin letters of that script; the other counts likewise
record ScriptCount(int latin, int cyrillic, int han, int kana, int hangul, int other) {

    /// The scripts that tell a language or a group of them.
    enum Script {
        LATIN,
        CYRILLIC,
        HAN,
        JAPANESE,
        KOREAN,
        OTHER
    }

    static ScriptCount of(String text) {
        int latin = 0;
        int cyrillic = 0;
        int han = 0;
        int kana = 0;
        int hangul = 0;
        int other = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) {
                latin++;
            } else if (c >= 0x400 && c < 0x530) {
                cyrillic++;
            } else if (c >= 0x3040 && c < 0x3100) {
                kana++;
            } else if (c >= 0x3400 && c < 0xA000) {
                han++;
            } else if (c >= 0xAC00 && c < 0xD7B0) {
                hangul++;
            } else {
                other++;
            }
        }
        return new ScriptCount(latin, cyrillic, han, kana, hangul, other);
    }

    /// East Asian characters count threefold: they say as much, and their texts quote Latin names.
    Script main() {
        int eastAsian = 3 * (han + kana + hangul);
        if (eastAsian > 0 && eastAsian >= Math.max(latin, Math.max(cyrillic, other))) {
            if (hangul > han + kana) {
                return Script.KOREAN;
            }
            return 10 * kana > han ? Script.JAPANESE : Script.HAN;
        }
        if (cyrillic > latin && cyrillic >= other) {
            return Script.CYRILLIC;
        }
        return latin > 0 && latin >= other ? Script.LATIN : Script.OTHER;
    }
}
