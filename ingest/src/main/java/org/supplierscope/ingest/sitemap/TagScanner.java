package org.supplierscope.ingest.sitemap;

import java.util.Locale;
import org.jsoup.parser.Parser;

/// Walks through the tags of a document in XML, however broken, with the text in front of each.
///
/// Comments, processing instructions and the DOCTYPE with all its declarations are passed over; only the
/// entities of XML and HTML are resolved. Each character is looked at a fixed number of times, and nothing is
/// kept but the text since the last tag, up to [#LONGEST_TEXT].
final class TagScanner {

    /// No address, date or title is longer, in characters.
    private static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_NAME = 60;

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private String prefix = "";
    private String name = "";
    private boolean closing;

    TagScanner(String source) {
        this.source = source;
    }

    /// Goes to the next tag; false at the end. A self-closing tag counts as an opening one.
    boolean next() {
        text.setLength(0);
        while (true) {
            int open = source.indexOf('<', at);
            if (open < 0) {
                at = source.length();
                return false;
            }
            append(at, open, true);
            if (source.startsWith("<!--", open)) {
                at = behind("-->", open + 4);
            } else if (source.startsWith("<![CDATA[", open)) {
                int end = source.indexOf("]]>", open);
                append(open + 9, end < 0 ? source.length() : end, false);
                at = end < 0 ? source.length() : end + 3;
            } else if (source.startsWith("<?", open)) {
                at = behind("?>", open + 2);
            } else if (source.startsWith("<!", open)) {
                at = behindDeclaration(open);
            } else {
                tag(open);
                return true;
            }
        }
    }

    /// Whether the tag closes its element.
    boolean isClosing() {
        return closing;
    }

    /// What stands before the colon of the tag's name; empty without a colon.
    String prefix() {
        return prefix;
    }

    /// The tag's name in lower case, without prefix.
    String name() {
        return name;
    }

    /// The text between the tag before and this one.
    String text() {
        return text.toString().strip();
    }

    private void tag(int open) {
        int end = source.indexOf('>', open);
        closing = source.startsWith("</", open);
        int start = closing ? open + 2 : open + 1;
        int stop = start;
        int last = Math.min(end < 0 ? source.length() : end, start + LONGEST_NAME);
        while (stop < last && !Character.isWhitespace(source.charAt(stop)) && source.charAt(stop) != '/') {
            stop++;
        }
        String whole = source.substring(start, stop).toLowerCase(Locale.ROOT);
        int colon = whole.indexOf(':');
        prefix = colon < 0 ? "" : whole.substring(0, colon);
        name = whole.substring(colon + 1);
        at = end < 0 ? source.length() : end + 1;
    }

    private void append(int start, int end, boolean escaped) {
        int room = LONGEST_TEXT - text.length();
        if (end > start && room > 0) {
            String piece = source.substring(start, Math.min(end, start + room));
            text.append(escaped && piece.indexOf('&') >= 0 ? Parser.unescapeEntities(piece, false) : piece);
        }
    }

    /// A DOCTYPE ends at its bracket when it has declarations of its own.
    private int behindDeclaration(int open) {
        int end = source.indexOf('>', open);
        int bracket = source.indexOf('[', open);
        return bracket < 0 || end < 0 || end < bracket ? behind(">", open) : behind("]>", bracket);
    }

    private int behind(String sign, int from) {
        int end = source.indexOf(sign, from);
        return end < 0 ? source.length() : end + sign.length();
    }
}
