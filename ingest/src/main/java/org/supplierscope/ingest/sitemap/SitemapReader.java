package org.supplierscope.ingest.sitemap;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.Site;
import org.supplierscope.ingest.sitemap.SitemapReading.NotASitemap;

/// Reads sitemaps and their indexes (<https://www.sitemaps.org/protocol.html>) with the news extension: XML
/// with the faults of the open web, plain text with an address a line, and gzip of either.
///
/// Entries of another site than the sitemap's are left out and counted.
public final class SitemapReader {

    /// The most pages taken from one sitemap: the newest.
    public static final int MAX_ENTRIES = 10_000;

    /// The most further sitemaps taken from one index: the newest.
    public static final int MAX_CHILDREN = 1_000;

    /// What is read of a sitemap after unpacking: the protocol allows no larger one.
    public static final int MAX_BYTES = 50 << 20;

    private static final int HEAD = 2000;
    private static final Pattern SITEMAP_ROOT = Pattern.compile("<\\s?(?:[\\w.-]{1,30}:)?(?:urlset|sitemapindex)\\b");
    private static final Pattern FEED_ROOT = Pattern.compile("<\\s?(?:[\\w.-]{1,30}:)?(?:rss|feed|rdf)\\b");
    private static final Pattern PAGE_ROOT = Pattern.compile("<\\s?(?:!doctype html|html|head|body)\\b");
    private static final Pattern URL_ELEMENT = Pattern.compile("<\\s?(?:[\\w.-]{1,30}:)?(?:url|sitemap)\\s?>");

    private SitemapReader() {}

    /// Reads a sitemap of the site that it lies on.
    ///
    /// @param contentType the Content-Type header; null when there was none
    /// @param address the absolute address that it was fetched from
    public static SitemapReading read(byte[] body, @Nullable String contentType, URI address) {
        return read(body, contentType, address, Site.of(address));
    }

    /// Reads a sitemap that may lie elsewhere than the site it lists, as robots.txt of that site may say.
    ///
    /// @param contentType the Content-Type header; null when there was none
    /// @param address the absolute address that it was fetched from
    /// @param site the site whose pages are wanted
    public static SitemapReading read(byte[] body, @Nullable String contentType, URI address, Site site) {
        var unpacked = SitemapBody.of(body);
        String text = unpacked.text(contentType);
        var selection = new Selection(address, site, unpacked.isCut());
        if (text.indexOf('<') < 0) {
            return plain(text, selection);
        }
        String head = text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT);
        if (SITEMAP_ROOT.matcher(head).find()) {
            return SitemapMarkup.read(text, selection);
        }
        if (FEED_ROOT.matcher(head).find()) {
            return new NotASitemap("not a sitemap but a feed");
        }
        if (PAGE_ROOT.matcher(head).find()) {
            return new NotASitemap("not a sitemap but a page");
        }
        // A broken root element, or a long comment in front of it.
        return URL_ELEMENT.matcher(text).find()
                        || SITEMAP_ROOT.matcher(text.toLowerCase(Locale.ROOT)).find()
                ? SitemapMarkup.read(text, selection)
                : new NotASitemap("not a sitemap: it has neither pages nor further sitemaps");
    }

    /// Addresses, one a line.
    private static SitemapReading plain(String text, Selection selection) {
        List<String> lines = text.lines()
                .map(line -> line.replace("\uFEFF", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        long addresses = lines.stream()
                .filter(line -> line.startsWith("http://") || line.startsWith("https://"))
                .count();
        if (lines.isEmpty()) {
            return new NotASitemap("not a sitemap: it is empty");
        }
        if (addresses * 2 <= lines.size()) {
            return new NotASitemap("not a sitemap: its lines are no addresses");
        }
        lines.forEach(line -> selection.offer(line, null, null, null, null));
        return selection.pages();
    }
}
