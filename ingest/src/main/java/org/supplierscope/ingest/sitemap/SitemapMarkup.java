package org.supplierscope.ingest.sitemap;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateReader;
import org.supplierscope.ingest.date.WrittenDate;

/// A sitemap in XML. Namespaces are told by the local names: prefixes are often undeclared, or not the usual
/// ones.
final class SitemapMarkup {

    private static final int LONGEST_TITLE = 500;
    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final TagScanner tags;
    private final Selection selection;
    private boolean isIndex;
    private boolean inEntry;
    private boolean inNews;
    private String entryPrefix = "";
    private String newsPrefix = "";
    private String link = "";
    private @Nullable String title;
    private @Nullable String language;
    private @Nullable WrittenDate published;
    private @Nullable WrittenDate updated;

    private SitemapMarkup(String text, Selection selection) {
        this.tags = new TagScanner(text);
        this.selection = selection;
    }

    /// Reads a text that has been found to be a sitemap.
    static SitemapReading read(String text, Selection selection) {
        var markup = new SitemapMarkup(text, selection);
        while (markup.tags.next()) {
            markup.tag();
        }
        if (markup.inEntry) {
            selection.breakOff();
        }
        return markup.isIndex ? selection.index() : selection.pages();
    }

    private void tag() {
        switch (tags.name()) {
            case "sitemapindex" -> beIndex();
            case "sitemap", "url" -> entry();
            case "news" -> {
                inNews = inEntry && !tags.isClosing();
                newsPrefix = tags.prefix();
            }
            default -> {
                if (inEntry && tags.isClosing()) {
                    field();
                }
            }
        }
    }

    private void beIndex() {
        isIndex = true;
        selection.limitTo(SitemapReader.MAX_CHILDREN);
    }

    private void entry() {
        if (tags.isClosing() && inEntry) {
            selection.offer(link, title, language, published, updated);
        } else if (!tags.isClosing() && tags.name().equals("sitemap") && !isIndex && selection.isEmpty()) {
            beIndex();
        }
        inEntry = !tags.isClosing();
        inNews = false;
        entryPrefix = tags.prefix();
        link = "";
        title = null;
        language = null;
        published = null;
        updated = null;
    }

    /// Images and videos have titles and addresses of their own, with prefixes of their own.
    private void field() {
        if (tags.prefix().equals(entryPrefix)) {
            switch (tags.name()) {
                case "loc" -> link = link.isEmpty() ? tags.text() : link;
                case "lastmod" -> updated = DateReader.read(tags.text());
                default -> {
                    // change frequency, priority
                }
            }
        }
        if (inNews && tags.prefix().equals(newsPrefix)) {
            switch (tags.name()) {
                case "title" -> title = oneLine(tags.text());
                case "language" -> language = oneLine(tags.text());
                case "publication_date" -> published = DateReader.read(tags.text());
                default -> {
                    // name of the paper, keywords, stock tickers
                }
            }
        }
    }

    private static @Nullable String oneLine(String text) {
        String folded = WHITESPACE.matcher(text).replaceAll(" ").strip();
        return folded.isEmpty() ? null : folded.substring(0, Math.min(folded.length(), LONGEST_TITLE));
    }
}
