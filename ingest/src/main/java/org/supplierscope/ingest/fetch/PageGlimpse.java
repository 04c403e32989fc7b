package org.supplierscope.ingest.fetch;

import java.util.Locale;

/// A page taken apart roughly and in one pass: what stands in tags and scripts, its title, and the beginning of
/// what a reader sees. Good enough to tell a page with text from one without; nothing is extracted by it.
///
/// @param markup tags, comments, scripts and styles, in lower case
/// @param title in lower case, blanks joined; empty when there is none
/// @param text what is seen, in lower case, blanks joined; cut at the limit
record PageGlimpse(String markup, String title, String text) {

    /// Reads until there is more text than the limit.
    static PageGlimpse of(String html, int textLimit) {
        String page = html.toLowerCase(Locale.ROOT);
        var markup = new StringBuilder();
        var title = new StringBuilder();
        var text = new StringBuilder();
        int at = 0;
        while (at < page.length() && text.length() <= textLimit) {
            int open = tag(page, at);
            blanksJoined(page, at, open, text);
            if (open == page.length()) {
                break;
            }
            int end = end(page, open);
            if (page.startsWith("<title", open)) {
                int close = before(page, "</title", end);
                if (title.isEmpty()) {
                    blanksJoined(page, end, close, title);
                }
                at = close;
            } else {
                markup.append(page, open, end).append('\n');
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ' ' ? "" : " ");
                at = end;
            }
        }
        return new PageGlimpse(
                markup.toString(), title.toString().strip(), text.toString().strip());
    }

    /// The next `<` that opens a tag.
    private static int tag(String page, int from) {
        int open = before(page, "<", from);
        while (open + 1 < page.length()) {
            char next = page.charAt(open + 1);
            if ((next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?') {
                return open;
            }
            open = before(page, "<", open + 1);
        }
        return page.length();
    }

    /// Behind a tag, or behind the whole element where its content is not text.
    private static int end(String page, int open) {
        if (page.startsWith("<!--", open)) {
            return past(page, "-->", open + 4);
        }
        for (String raw : new String[] {"script", "style"}) {
            if (page.startsWith(raw, open + 1)) {
                return past(page, ">", before(page, "</" + raw, open));
            }
        }
        return past(page, ">", open);
    }

    private static int before(String page, String mark, int from) {
        int at = page.indexOf(mark, from);
        return at < 0 ? page.length() : at;
    }

    private static int past(String page, String mark, int from) {
        int at = page.indexOf(mark, from);
        return at < 0 ? page.length() : at + mark.length();
    }

    private static void blanksJoined(String page, int from, int to, StringBuilder into) {
        for (int i = from; i < to; i++) {
            char c = page.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00a0';
            if (!blank) {
                into.append(c);
            } else if (!into.isEmpty() && into.charAt(into.length() - 1) != ' ') {
                into.append(' ');
            }
        }
    }
}
