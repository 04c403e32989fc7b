package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the text of the lines being read: white space folded, invisible characters left out, letters
/// counted.
final class LineBuffer {

    private record Span(String text, int weight, double linkShare) {}

    private final List<Span> lines = new ArrayList<>();
    /// The line being read: an array, since its characters come one by one.
    private char[] text = new char[512];

    private int length;
    private int links;
    private int weight;
    private int linkWeight;

    void append(String chunk, boolean keepLines) {
        int letters = 0;
        for (int i = 0; i < chunk.length(); i++) {
            char c = chunk.charAt(i);
            if (c == '\n' && keepLines) {
                put(c);
            } else if (isSpace(c)) {
                space();
            } else if (!isInvisible(c)) {
                put(c);
                letters += TextWeight.of(c);
            }
        }
        weight += letters;
        linkWeight += links > 0 ? letters : 0;
    }

    private void put(char c) {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
        }
        text[length++] = c;
    }

    private void space() {
        if (length > 0 && text[length - 1] > ' ') {
            put(' ');
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == 0xA0 || c == 0x3000 || c == 0x202F || isBetween(c, 0x2000, 0x200A);
    }

    /// Soft hyphens, zero-width and direction marks, control characters and what could not be decoded; the
    /// joiners are kept, since Persian and Indic spelling needs them.
    private static boolean isInvisible(char c) {
        return c >= 0x7F
                && (c == 0xAD
                        || c == 0xFEFF
                        || c == 0xFFFD
                        || isBetween(c, 0x7F, 0x9F)
                        || c == 0x200B
                        || isBetween(c, 0x200E, 0x200F)
                        || isBetween(c, 0x202A, 0x202E)
                        || isBetween(c, 0x2060, 0x2064));
    }

    private static boolean isBetween(char c, int from, int to) {
        return c >= from && c <= to;
    }

    /// Ends a line within the run of lines being read.
    void lineBreak() {
        Span span = span();
        if (span != null) {
            lines.add(span);
        }
    }

    /// Whether nothing was written since the last line break, of which there was one.
    boolean endsWithBreak() {
        return weight == 0 && !lines.isEmpty();
    }

    void cell() {
        while (length > 0 && text[length - 1] == ' ') {
            length--;
        }
        if (length > 0) {
            put('\t');
        }
    }

    void openLink(boolean leadsAway) {
        links += leadsAway ? 1 : 0;
    }

    void closeLink(boolean leadsAway) {
        links = Math.max(0, links - (leadsAway ? 1 : 0));
    }

    /// The line read since the last break, or null when it has no letter or digit.
    private @Nullable Span span() {
        Span span = weight == 0
                ? null
                : new Span(new String(text, 0, length).strip(), weight, (double) linkWeight / weight);
        length = 0;
        weight = 0;
        linkWeight = 0;
        return span;
    }

    /// Hands on the lines read since the last call, all parted by single line breaks, and empties the buffer.
    void drain(BlockKind kind, Region region, List<Block> blocks) {
        lineBreak();
        int together = 0;
        double linked = 0;
        for (Span span : lines) {
            together += span.weight;
            linked += span.weight * span.linkShare;
        }
        Run run = new Run(together, linked / Math.max(1, together));
        boolean opens = true;
        for (Span span : lines) {
            blocks.add(new Block(span.text, kind, region, span.weight, span.linkShare, run, opens));
            opens = false;
        }
        lines.clear();
    }
}
