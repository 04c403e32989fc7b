package org.supplierscope.search.query;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;

/// Passages as safe HTML: everything is escaped, the words found stand in `<mark>`.
///
/// A passage is a sentence. Where a text has none (a table, a list of names), it is cut around the first word
/// found, between two words.
final class PassageText extends PassageFormatter {

    private static final int MAX_CHARACTERS = 400;
    private static final int BEFORE = 120;
    /// Where no word ends for longer, the script has no spaces.
    private static final int LONGEST_WORD = 30;
    private static final String GAP = " … ";

    @Override
    public String format(Passage[] passages, String content) {
        var html = new StringBuilder();
        int end = 0;
        for (Passage passage : passages) {
            int from = Math.max(end, passage.getStartOffset());
            int to = withoutSpace(content, from, passage.getEndOffset());
            int whole = to;
            if (to - from > MAX_CHARACTERS) {
                int first = Math.max(from, passage.getMatchStarts()[0]);
                from = first - from > BEFORE ? begin(content, first - BEFORE, first) : from;
                to = to - from > MAX_CHARACTERS ? end(content, from + MAX_CHARACTERS, first) : to;
            }
            if (!html.isEmpty()) {
                html.append(content.substring(end, from).isBlank() ? " " : GAP);
            } else if (from > passage.getStartOffset()) {
                html.append("… ");
            }
            marked(html, passage, content, from, to);
            if (to < whole) {
                html.append(" …");
            }
            end = to;
        }
        return html.toString();
    }

    private static int withoutSpace(String content, int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(content.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static void marked(StringBuilder html, Passage passage, String content, int from, int to) {
        int at = from;
        for (int i = 0; i < passage.getNumMatches(); i++) {
            int start = Math.max(at, passage.getMatchStarts()[i]);
            int end = passage.getMatchEnds()[i];
            // Pairs of characters overlap: one mark for them all.
            while (i + 1 < passage.getNumMatches() && passage.getMatchStarts()[i + 1] < end) {
                end = Math.max(end, passage.getMatchEnds()[++i]);
            }
            end = Math.min(end, to);
            if (start < end) {
                html.append(escaped(content.substring(at, start)))
                        .append("<mark>")
                        .append(escaped(content.substring(start, end)))
                        .append("</mark>");
                at = end;
            }
        }
        html.append(escaped(content.substring(at, to)));
    }

    /// The beginning of a word soon after a place, but not after a limit.
    private static int begin(String content, int at, int limit) {
        int space = content.indexOf(' ', at, Math.min(at + LONGEST_WORD, limit));
        return space >= 0 ? space + 1 : whole(content, at);
    }

    /// The end of a word soon before a place, but not before a limit.
    private static int end(String content, int at, int limit) {
        int space = content.lastIndexOf(' ', at);
        return space > Math.max(at - LONGEST_WORD, limit) ? space : whole(content, at);
    }

    /// A place that is not in the middle of a character.
    static int whole(String content, int at) {
        return at > 0
                        && at < content.length()
                        && Character.isLowSurrogate(content.charAt(at))
                        && Character.isHighSurrogate(content.charAt(at - 1))
                ? at - 1
                : at;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
