package org.supplierscope.ingest.extract.body;

import org.jspecify.annotations.Nullable;

/// Collects the text of the block being read: white space folded, invisible characters left out, letters
/// counted.
final class LineBuffer {

    private final StringBuilder text = new StringBuilder();
    private int links;
    private int strongs;
    private int weight;
    private int linkWeight;
    private int strongWeight;

    void append(String chunk, boolean keepLines) {
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            if (c == '\n' && keepLines) {
                text.append(c);
            } else if (c <= ' ' || c == 0xA0 || c == 0x3000 || c >= 0x2000 && c <= 0x200A || c == 0x202F) {
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
        if (strongs > 0) {
            strongWeight += letters;
        }
    }

    private void space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) > ' ') {
            text.append(' ');
        }
    }

    private static boolean isInvisible(char c) {
        return c == 0xAD
                || c >= 0x200B && c <= 0x200F
                || c == 0xFEFF
                || c >= 0x7F && c < 0xA0
                || c == 0xFFFD
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2064;
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

    void openStrong() {
        strongs++;
    }

    void closeStrong() {
        strongs = Math.max(0, strongs - 1);
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
            block = new Block(
                    text.toString().strip(),
                    kind,
                    region,
                    weight,
                    (double) linkWeight / weight,
                    (double) strongWeight / weight);
        }
        text.setLength(0);
        weight = 0;
        linkWeight = 0;
        strongWeight = 0;
        return block;
    }
}
