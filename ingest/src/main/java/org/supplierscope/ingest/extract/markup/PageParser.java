package org.supplierscope.ingest.extract.markup;

import java.net.URI;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.html.HtmlTree;

/// Parses the text of a page into a document that every later step can walk safely.
public final class PageParser {

    /// Deeper elements become siblings. Real pages stay below 100; jsoup's own default is the same.
    public static final int MAX_DEPTH = 512;

    /// What stands behind so many tags is not read: the largest articles have a quarter of it, and a document
    /// takes some 300 bytes of memory for each, a hundred times what the tag itself takes.
    private static final int MOST_TAGS = 200_000;

    /// A page as far as it was read.
    ///
    /// @param document its start, all of it on all pages but enormous ones
    /// @param unread characters of text behind that, markup and white space left aside; whether they are the
    /// article's nobody has looked
    public record ReadPage(Document document, int unread) {}

    private PageParser() {}

    /// The document; an empty one for text without markup of any use. NUL characters are dropped.
    ///
    /// @param url base of relative links; null when unknown
    public static Document parse(String html, @Nullable URI url) {
        return read(html, url).document();
    }

    /// The document, and what of the page it lacks.
    public static ReadPage read(String html, @Nullable URI url) {
        String text = html.indexOf('\0') < 0 ? html : html.replace("\0", "");
        int end = endOfTags(text);
        Document document = HtmlTree.read(text.substring(0, end), url == null ? "" : url.toString(), MAX_DEPTH);
        return new ReadPage(document, textBehind(text, end));
    }

    private static int textBehind(String html, int end) {
        int unread = 0;
        boolean inTag = false;
        for (int i = end; i < html.length(); i++) {
            char c = html.charAt(i);
            inTag = c == '<' || (inTag && c != '>');
            unread += inTag || c == '>' || Character.isWhitespace(c) ? 0 : 1;
        }
        return unread;
    }

    /// Where the last tag that is read ends; the text's end on all pages but hostile ones.
    private static int endOfTags(String text) {
        if (text.length() <= MOST_TAGS) {
            return text.length();
        }
        int at = -1;
        for (int tags = 0; tags <= MOST_TAGS; tags++) {
            at = text.indexOf('<', at + 1);
            if (at < 0) {
                return text.length();
            }
        }
        return at;
    }
}
