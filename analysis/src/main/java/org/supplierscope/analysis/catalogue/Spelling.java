package org.supplierscope.analysis.catalogue;

import java.util.List;

/// Finds the key that somebody may have meant.
final class Spelling {

    private static final int MOST_EDITS = 2;

    private Spelling() {}

    /// `; did you mean 'names'?`, or a list of what is known when nothing is near.
    static String nearest(String key, List<String> known) {
        String best = null;
        int least = MOST_EDITS + 1;
        for (String candidate : known) {
            int edits = edits(key, candidate);
            if (edits < least) {
                least = edits;
                best = candidate;
            }
        }
        return best == null ? "; known here: " + String.join(", ", known) : "; did you mean '" + best + "'?";
    }

    /// Levenshtein's distance, with a swap of two neighbours as one edit; long keys are far from
    /// everything.
    private static int edits(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_EDITS) {
            return MOST_EDITS + 1;
        }
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                table[i][j] =
                        Math.min(Math.min(table[i - 1][j], table[i][j - 1]) + 1, table[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[one.length()][other.length()];
    }
}
