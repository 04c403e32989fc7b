package org.supplierscope.ingest.extract.body;

/// Where sentences end, in the scripts that news is written in. Thai, Lao and Khmer set blanks instead of full
/// stops, so that only the length of a line can tell there.
final class Sentences {

    private static final String END = ".!?…。！？．｡؟۔।॥։።။។‼⁇⁈⁉\u037E";
    private static final String CLOSING = "\"'”’»›」』）)】]*“„«‹》〉〕］＂＇\u200F\u200E ";

    private Sentences() {}

    /// Whether the text ends like a sentence; closing quotes and brackets are looked through.
    static boolean ends(String text) {
        for (int i = text.length() - 1; i >= 0 && i >= text.length() - 5; i--) {
            char c = text.charAt(i);
            if (END.indexOf(c) >= 0) {
                return true;
            }
            if (CLOSING.indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }
}
