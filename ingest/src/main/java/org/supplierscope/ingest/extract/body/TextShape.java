package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How a page's text lies around the body that was taken from it. Weights are counts of letters and digits, a
/// character of a script without spaces counting for several.
///
/// @param kept weight of the body
/// @param paragraphs lines of the body that are running text
/// @param longest weight of the body's heaviest line
/// @param other weight of running text outside the body
/// @param headlines links on the whole page that read like headlines, each text once
/// @param headlinesAmong those of them that stand between the body's first and last line, or in it
/// @param lines the page's lines short enough to be a notice, in page order
/// @param atEnd the lines about the end of the body, of it and behind it, in page order; empty without a body
public record TextShape(
        int kept,
        int paragraphs,
        int longest,
        int other,
        int headlines,
        int headlinesAmong,
        List<String> lines,
        List<String> atEnd) {

    /// About five English words: shorter links are menus.
    private static final int HEADLINE = 24;
    /// About four: within the body there are no menus.
    private static final int HEADLINE_IN_BODY = 16;
    /// A date may stand in the same line.
    private static final double LINKED = 0.6;
    /// About seventy English words.
    private static final int LONGEST_NOTICE = 400;
    private static final int MOST_LINES = 400;
    private static final int BEFORE_END = 5;
    private static final int BEHIND_END = 12;

    /// The paragraphs of a text in which blank lines part them.
    public static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n", from)) {
            paragraphs.add(text.substring(from, end));
            from = end + 2;
        }
        paragraphs.add(text.substring(from));
        return paragraphs;
    }

    static TextShape of(Outline outline, String body) {
        Set<String> bodyLines = new HashSet<>(paragraphs(body));
        List<Block> blocks = outline.blocks();
        int first = blocks.size();
        int last = -1;
        int kept = 0;
        int paragraphs = 0;
        int longest = 0;
        int other = 0;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.weight() <= LONGEST_NOTICE && lines.size() < MOST_LINES) {
                lines.add(block.text());
            }
            if (bodyLines.contains(block.text())) {
                first = Math.min(first, i);
                last = i;
                kept += block.weight();
                paragraphs += block.isRunningText() ? 1 : 0;
                longest = Math.max(longest, block.weight());
            } else if (block.isRunningText()) {
                other += block.weight();
            }
        }
        Set<String> headlines = new HashSet<>();
        Set<String> among = new HashSet<>();
        List<String> atEnd = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.linkShare() > LINKED && block.weight() >= HEADLINE) {
                headlines.add(block.text());
            }
            if (block.linkShare() > LINKED && block.weight() >= HEADLINE_IN_BODY && i >= first && i <= last) {
                among.add(block.text());
            }
            if (last >= 0 && i > last - BEFORE_END && i <= last + BEHIND_END) {
                atEnd.add(block.text());
            }
        }
        return new TextShape(kept, paragraphs, longest, other, headlines.size(), among.size(), lines, atEnd);
    }
}
