package org.supplierscope.ingest.robots;

import java.util.List;

/// The path of a rule: matches what starts with it; `*` stands for any characters, `$` at the end for the end.
///
/// @param pieces the text between the stars, at least one
/// @param toTheEnd whether the path must end where the pattern does
/// @param length of the pattern in characters, which is how specific it is
record PathPattern(List<String> pieces, boolean toTheEnd, int length) {

    static PathPattern parse(String text) {
        boolean toTheEnd = text.endsWith("$");
        String pattern = toTheEnd ? text.substring(0, text.length() - 1) : text;
        return new PathPattern(List.of(pattern.split("\\*", -1)), toTheEnd, text.length());
    }

    /// The first place is good for each piece but the last, so nothing is tried twice.
    boolean matches(String path) {
        if (!path.startsWith(pieces.getFirst())) {
            return false;
        }
        int at = pieces.getFirst().length();
        for (String piece : pieces.subList(1, Math.max(1, pieces.size() - 1))) {
            int found = TextSearch.find(path, piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        if (pieces.size() == 1) {
            return !toTheEnd || path.length() == at;
        }
        String last = pieces.getLast();
        return toTheEnd
                ? path.length() - last.length() >= at && path.endsWith(last)
                : TextSearch.find(path, last, at) >= 0;
    }
}
