package org.supplierscope.ingest.extract.field;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/// Text as it may be stored: plain, without control characters, in Unicode form NFC, bounded.
///
/// Values of structured data, `meta` elements and feeds are written by programs that mix up text and markup,
/// and by people who want their script run in somebody's browser. Whoever shows a stored text still escapes it.
public final class PlainText {

    /// Markup that hides in markup is peeled this often; what then still looks like markup loses its brackets.
    private static final int ROUNDS = 4;
    /// No tag that a publisher's system leaves in a headline is longer.
    private static final int LONGEST_TAG = 2000;

    private static final Set<String> HARMLESS = Set.of(
            "a",
            "article",
            "aside",
            "b",
            "blockquote",
            "body",
            "br",
            "code",
            "dd",
            "div",
            "dl",
            "dt",
            "em",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hr",
            "html",
            "i",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "q",
            "section",
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "table",
            "tbody",
            "td",
            "th",
            "time",
            "tr",
            "u",
            "ul");

    private PlainText() {}

    /// One line, at most `longest` characters (a longer one ends in an ellipsis), without tags; null when
    /// nothing is left.
    public static @Nullable String line(@Nullable String text, int longest) {
        return line(text, longest, false);
    }

    /// The same of what an element showed: text about markup stays, `30 Years of <br>` for one, as long as it
    /// could do nothing: a bare tag of an element that neither loads nor runs.
    public static @Nullable String shown(@Nullable String text, int longest) {
        return line(text, longest, true);
    }

    private static @Nullable String line(@Nullable String text, int longest, boolean shown) {
        if (text == null) {
            return null;
        }
        // The bound keeps hostile megabytes from being normalised for a headline.
        String start = text.length() > 8 * longest ? text.substring(0, 8 * longest) : text;
        String line = clean(withoutTags(start, shown), false).strip();
        if (line.length() > longest) {
            line = whole(line, longest - 1).stripTrailing() + "…";
        }
        return line.isEmpty() ? null : line;
    }

    /// Paragraphs parted by blank lines, as they are but for characters that nobody sees. Brackets stay: a body
    /// may be about markup.
    public static String body(String text) {
        return clean(text, true).strip();
    }

    /// The text's first paragraphs, at most `longest` characters; where not even the first fits, a part of it.
    public static String start(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = text.lastIndexOf("\n\n", longest);
        return end > 0 ? text.substring(0, end) : whole(text, longest);
    }

    /// The text's start of at most `longest` characters, no character cut apart.
    static String whole(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static String clean(String text, boolean lines) {
        var kept = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            char plain = text.charAt(i);
            if (plain > ' ' && plain < 0x7F) {
                kept.append(plain);
                space = false;
                i++;
                continue;
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (lines && (c == '\n' || c == '\t')) {
                kept.appendCodePoint(c);
                space = false;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (lines ? c != '\r' : !space) {
                    kept.appendCodePoint(lines && Character.isSpaceChar(c) ? c : ' ');
                }
                space = true;
            } else if (!isUnseen(c)) {
                kept.appendCodePoint(c);
                space = false;
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /// Control characters, halves of characters, non-characters, and marks that only break words or turn the
    /// direction of writing (by which one text is made to look like another). The joiners stay: Persian and
    /// Indian scripts need them, and so do emoji.
    private static boolean isUnseen(int c) {
        boolean turnsDirection = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean nothing = c == 0x200B || c == 0xFEFF || c == 0xAD || c == 0x2060 || (c & 0xFFFE) == 0xFFFE;
        return turnsDirection
                || nothing
                || Character.isISOControl(c)
                || (c >= 0xD800 && c <= 0xDFFF)
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || (c >= 0xE0000 && c <= 0xE0FFF);
    }

    private static String withoutTags(String text, boolean shown) {
        String rest = text;
        for (int round = 0; round < ROUNDS && rest.indexOf('<') >= 0; round++) {
            String peeled = peeled(rest, shown);
            if (peeled.length() == rest.length()) {
                return peeled;
            }
            rest = peeled;
        }
        boolean hides = rest.indexOf('<') >= 0 && peeled(rest, shown).length() != rest.length();
        return hides ? rest.replace("<", " ").replace(">", " ") : rest;
    }

    /// Without tags of elements that exist, comments included; a bracket that opens none stays.
    private static String peeled(String text, boolean shown) {
        var kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                break;
            }
            kept.append(text, at, open);
            int end = opensTag(text, open, shown) ? endOfTag(text, open) : open;
            if (end == open) {
                kept.append('<');
                at = open + 1;
            } else {
                kept.append(' ');
                at = end;
            }
        }
        return kept.append(text, Math.min(at, text.length()), text.length()).toString();
    }

    private static boolean opensTag(String text, int open, boolean shown) {
        if (text.startsWith("<!--", open)) {
            return true;
        }
        int from = text.startsWith("</", open) ? open + 2 : open + 1;
        int to = from;
        while (to < text.length() && to - from < 20 && Character.isLetterOrDigit(text.charAt(to))) {
            to++;
        }
        if (to == from || !Character.isLetter(text.charAt(from))) {
            return false;
        }
        String name = text.substring(from, to).toLowerCase(Locale.ROOT);
        boolean bare = to < text.length() && text.charAt(to) == '>';
        if (shown && bare && (HARMLESS.contains(name) || !isElement(name))) {
            return false;
        }
        // Any name can carry a handler; only a whole tag of an unknown one is more than a bracket.
        return isElement(name) || closes(text, open);
    }

    private static boolean isElement(String name) {
        return Tag.isKnownTag(name) || name.equals("svg") || name.equals("math");
    }

    private static boolean closes(String text, int open) {
        int close = text.indexOf('>', open);
        int next = text.indexOf('<', open + 1);
        return close >= 0 && close - open <= LONGEST_TAG && (next < 0 || close < next);
    }

    /// Behind the tag; a tag that is never closed ends with the text.
    private static int endOfTag(String text, int open) {
        int close = text.indexOf('>', open);
        return close < 0 || close - open > LONGEST_TAG ? text.length() : close + 1;
    }
}
