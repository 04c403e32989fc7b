package org.supplierscope.ingest.extract.body;

import org.jspecify.annotations.Nullable;

/// Collects the text of the block being read: white space folded, invisible characters left out, letters
/// counted.
final class LineBuffer {

    private final StringBuilder text = new StringBuilder();
    private int links;
    private int weight;
    private int linkWeight;

    void append(String chunk, boolean keepLines) {
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            if (c == '\n' && keepLines) {
                text.append(c);
            } else if (isSpace(c)) {
                space();
            } else if (!isInvisible(c)) {
                text.append(c);
                count(TextWeight.of(c));
            }
        }
    }

    private void count(int letters) {
        weight += letters;
        if (links > 0) {
            linkWeight += letters;
        }
    }

    private void space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
            text.append(' ');
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == 0xA0 || c == 0x3000 || c == 0x202F || isBetween(c, 0x2000, 0x200A);
    }

    /// Soft hyphens, zero-width and direction marks, control characters and what could not be decoded.
    private static boolean isInvisible(char c) {
        return c >= 0x7F
                && (c == 0xAD
                        || c == 0xFEFF
                        || c == 0xFFFD
                        || isBetween(c, 0x7F, 0x9F)
                        || isBetween(c, 0x200B, 0x200F)
                        || isBetween(c, 0x202A, 0x202E)
                        || isBetween(c, 0x2060, 0x2064));
    }

    private static boolean isBetween(char c, int from, int to) {
        return c >= from && c <= to;
    }

    void lineBreak() {
        trimEnd();
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    /// Whether nothing was written since the last line break.
    boolean endsWithBreak() {
        trimEnd();
        return !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
    }

    void cell() {
        trimEnd();
        if (!text.isEmpty()) {
            text.append('\t');
        }
    }

    void openLink(boolean leadsAway) {
        links += leadsAway ? 1 : 0;
    }

    void closeLink(boolean leadsAway) {
        links = Math.max(0, links - (leadsAway ? 1 : 0));
    }

    private void trimEnd() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
    }

    /// The block read since the last call, or null when it has no letter or digit. Empties the buffer.
    @Nullable
    Block take(BlockKind kind, Region region) {
        Block block = null;
        if (weight > 0) {
            block = new Block(text.toString().strip(), kind, region, weight, (double) linkWeight / weight);
        }
        text.setLength(0);
        weight = 0;
        linkWeight = 0;
        return block;
    }
}
