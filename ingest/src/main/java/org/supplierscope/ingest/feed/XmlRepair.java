package org.supplierscope.ingest.feed;

/// Makes text that is meant to be XML such that a tolerant parser reads what was meant.
///
/// One pass from left to right: what stands before the markup, comments, processing instructions and document
/// type declarations with everything that they declare are left out; characters that XML does not have are
/// dropped; an `&` or `<` that begins nothing is escaped. Nothing is expanded.
final class XmlRepair {

    /// What the bytes 80 to 9F are in windows-1252.
    private static final String WINDOWS_1252 =
            "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD"
                    + "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    private static final String COMMENT = "<!--";
    private static final String CDATA = "<![CDATA[";
    /// The longest name of a character in HTML has 31 letters; a number needs fewer digits.
    private static final int MAX_REFERENCE = 33;
    /// Longer ones are no names of elements, and the parser's time for one grows with the square of its length.
    private static final int MAX_NAME = 1000;

    private final String text;
    private final StringBuilder repaired;
    private boolean inProlog = true;
    private boolean commentsEnd = true;
    private boolean sectionsEnd = true;
    private boolean declarationsEnd = true;

    private XmlRepair(String text) {
        this.text = text;
        this.repaired = new StringBuilder(text.length() + 64);
    }

    /// The text, ready to be parsed; empty when there is no markup in it.
    static String repair(String text) {
        int start = text.indexOf('<');
        return start < 0 ? "" : new XmlRepair(text).from(start);
    }

    /// A text without the characters that XML does not have.
    static String characters(String text) {
        var repair = new XmlRepair(text);
        for (int i = 0; i < text.length(); ) {
            i = repair.character(i);
        }
        return repair.repaired.toString();
    }

    private String from(int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '<') {
                i = markup(i);
            } else if (c == '&') {
                i = reference(i);
            } else {
                i = character(i);
            }
        }
        return repaired.toString();
    }

    /// Handles what begins with a `<`; returns where to go on.
    private int markup(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (next == '!') {
            return exclamation(at);
        }
        if (next == '?') {
            int end = text.indexOf('>', at);
            return end < 0 ? text.length() : end + 1;
        }
        boolean begins = Character.isLetter(next) || next == '_' || next == ':';
        if (begins) {
            inProlog = false;
        }
        repaired.append((begins || next == '/') && nameEnds(at + 2) ? "<" : "&lt;");
        return at + 1;
    }

    private boolean nameEnds(int from) {
        int limit = Math.min(text.length(), from + MAX_NAME);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '>' || c == '/' || c == '<') {
                return true;
            }
        }
        return limit == text.length();
    }

    /// The flags keep this linear: an end that was not found once is not looked for again.
    private int exclamation(int at) {
        if (text.startsWith(COMMENT, at)) {
            int end = commentsEnd ? text.indexOf("-->", at + COMMENT.length()) : -1;
            commentsEnd = end >= 0;
            return end < 0 ? at + COMMENT.length() : end + 3;
        }
        if (text.startsWith(CDATA, at)) {
            int end = sectionsEnd ? text.indexOf("]]>", at + CDATA.length()) : -1;
            sectionsEnd = end >= 0;
            if (end < 0) {
                return at + CDATA.length();
            }
            repaired.append(CDATA);
            for (int i = at + CDATA.length(); i < end; ) {
                i = character(i);
            }
            repaired.append("]]>");
            return end + 3;
        }
        if (inProlog) {
            return afterDeclaration(at);
        }
        repaired.append("&lt;");
        return at + 1;
    }

    /// Past a declaration such as DOCTYPE with its internal subset, in which quotes and brackets hide a `>`.
    private int afterDeclaration(int at) {
        int depth = 0;
        char quote = 0;
        for (int i = at + 2; declarationsEnd && i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                return i + 1;
            }
        }
        declarationsEnd = false;
        int end = text.indexOf('>', at);
        return end < 0 ? text.length() : end + 1;
    }

    /// A reference stays when it is complete and names a character; any other `&` was meant as itself.
    private int reference(int at) {
        int end = at + 1;
        boolean number = end < text.length() && text.charAt(end) == '#';
        end += number ? 1 : 0;
        int limit = Math.min(text.length(), at + MAX_REFERENCE);
        while (end < limit && isNameCharacter(text.charAt(end))) {
            end++;
        }
        boolean complete = end < text.length() && text.charAt(end) == ';' && end > at + (number ? 2 : 1);
        if (!complete) {
            repaired.append("&amp;");
            return at + 1;
        }
        if (!number || isCharacter(text.substring(at + 2, end))) {
            repaired.append(text, at, end + 1);
        }
        return end + 1;
    }

    private static boolean isNameCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /// Whether a number stands for a character that text may hold.
    private static boolean isCharacter(String number) {
        try {
            boolean hex = number.charAt(0) == 'x' || number.charAt(0) == 'X';
            int code = hex ? Integer.parseInt(number.substring(1), 16) : Integer.parseInt(number);
            return code == '\t' || code == '\n' || code == '\r' || (code >= ' ' && code <= Character.MAX_CODE_POINT);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// Copies a character if XML has it. C1 controls are never meant: they are windows-1252 that somebody took
    /// for ISO-8859-1 (the HTML standard maps them in the same way where they are written as numbers).
    private int character(int at) {
        char c = text.charAt(at);
        if (c >= ' ' && c < 0x7F) {
            repaired.append(c);
        } else if (Character.isSurrogate(c)) {
            boolean pair = at + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(at + 1));
            repaired.append(pair ? text.substring(at, at + 2) : "\uFFFD");
            return at + (pair ? 2 : 1);
        } else if (c >= 0x80 && c <= 0x9F) {
            repaired.append(WINDOWS_1252.charAt(c - 0x80));
        } else if (c == '\t' || c == '\n' || c == '\r' || (c > 0x9F && c < 0xFFFE)) {
            repaired.append(c);
        }
        return at + 1;
    }
}
