package org.supplierscope.ingest.robots;

/// Finds a text in another in time linear in both (Knuth, Morris and Pratt, 1977). `String.indexOf` takes the
/// product of the two for what a site can write into its rules: thousands of long pieces of one letter.
final class TextSearch {

    /// Up to here the product is as good.
    private static final int SHORT = 4;

    private TextSearch() {}

    /// Where a text stands first at or behind a place; -1 when it does not.
    static int find(String text, String piece, int from) {
        if (piece.length() <= SHORT) {
            return text.indexOf(piece, from);
        }
        if (piece.length() > text.length() - from) {
            return -1;
        }
        int[] borders = borders(piece);
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != piece.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (text.charAt(i) == piece.charAt(matched)) {
                matched++;
            }
            if (matched == piece.length()) {
                return i + 1 - matched;
            }
        }
        return -1;
    }

    /// For each beginning of a piece the length of its longest proper beginning that is its end too.
    private static int[] borders(String piece) {
        int[] borders = new int[piece.length()];
        int length = 0;
        for (int i = 1; i < piece.length(); i++) {
            while (length > 0 && piece.charAt(i) != piece.charAt(length)) {
                length = borders[length - 1];
            }
            if (piece.charAt(i) == piece.charAt(length)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
