package org.supplierscope.ingest.extract.markup;

import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Parses the text of a page into a document that every later step can walk safely.
public final class PageParser {

    /// Deeper elements become siblings. Real pages stay below 100; jsoup's own default is the same.
    private static final int MAX_DEPTH = 512;

    private PageParser() {}

    /// The document; an empty one for text without markup of any use. NUL characters are dropped.
    ///
    /// @param url base of relative links; null when unknown
    public static Document parse(String html, @Nullable URI url) {
        String text = html.indexOf('\0') < 0 ? html : html.replace("\0", "");
        Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
        return Jsoup.parse(text, url == null ? "" : url.toString(), parser);
    }
}
