package org.supplierscope.ingest.hub;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.address.Site;
import org.supplierscope.ingest.extract.markup.PageDecoder;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.hub.ListingCandidate.Evidence;
import org.supplierscope.ingest.hub.ListingCandidate.Kind;

/// Names the addresses where a site may list its articles, the most promising first: feeds and sitemaps that
/// the page declares, feeds that it links, the usual places of feeds and news sitemaps, the page itself, the
/// usual places of other sitemaps, and at last feeds of comments.
public final class FeedDiscovery {

    /// The most candidates for one page; sites with a feed for each tag declare thousands.
    public static final int MAX_CANDIDATES = 100;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ROBOTS = 512 * 1024;

    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/json",
            "application/xml",
            "text/xml");
    private static final Pattern FEED_ADDRESS =
            Pattern.compile("(?i)(?:^|[/.?&=_-])(?:rss|feeds?|atom|rdf)(?:$|[/.?&=_-]|\\d)|/index\\.(?:xml|rdf)$");
    private static final Pattern JSON_OF_A_PROGRAM = Pattern.compile("(?i)/wp-json|oembed|api/");
    private static final Pattern SITEMAP_LINE = Pattern.compile("(?i)^\\s*site-?map\\s*:\\s*(\\S+)");
    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");

    private final URI page;
    private final Map<URI, ListingCandidate> found = new LinkedHashMap<>();
    private final List<ListingCandidate> comments = new ArrayList<>();

    private FeedDiscovery(URI page) {
        this.page = page;
    }

    /// The candidates that a page of a site gives.
    ///
    /// @param html the page
    /// @param contentType the Content-Type header; null when there was none
    /// @param address the absolute address that it was fetched from
    public static List<ListingCandidate> find(byte[] html, @Nullable String contentType, URI address) {
        Document document = PageParser.parse(PageDecoder.decode(html, contentType), address);
        Element declaredBase = document.selectFirst("base[href]");
        URI base = declaredBase == null ? null : LinkText.resolve(address, declaredBase.attr("href"));
        var discovery = new FeedDiscovery(base == null || base.getHost() == null ? address : base);
        document.select("link[rel][href]").forEach(discovery::declared);
        document.select("a[href]").forEach(link -> discovery.linked(link, Site.of(address)));
        discovery.guess("feedpath", Kind.FEED, address);
        discovery.guess("newsmap", Kind.SITEMAP, address);
        discovery.add(address.toString(), Kind.PAGE, Evidence.LINKED, document.title());
        discovery.guess("sitemap", Kind.SITEMAP, address);
        discovery.comments.forEach(feed -> discovery.found.putIfAbsent(feed.address(), feed));
        return discovery.found.values().stream().limit(MAX_CANDIDATES).toList();
    }

    /// The sitemaps that a robots.txt names, those with news in their name first.
    ///
    /// @param robots the file
    /// @param address the absolute address that it was fetched from
    public static List<ListingCandidate> inRobots(byte[] robots, URI address) {
        var discovery = new FeedDiscovery(address);
        int length = Math.min(robots.length, LONGEST_ROBOTS);
        List<String> sitemaps = new ArrayList<>();
        new String(robots, 0, length, StandardCharsets.UTF_8).lines().forEach(line -> {
            var sitemap = SITEMAP_LINE.matcher(line.replace("\uFEFF", ""));
            if (sitemap.find()) {
                sitemaps.add(sitemap.group(1));
            }
        });
        sitemaps.stream()
                .filter(FeedDiscovery::isNews)
                .forEach(map -> discovery.add(map, Kind.SITEMAP, Evidence.DECLARED, ""));
        sitemaps.forEach(map -> discovery.add(map, Kind.SITEMAP, Evidence.DECLARED, ""));
        return discovery.found.values().stream().limit(MAX_CANDIDATES).toList();
    }

    private static boolean isNews(String sitemap) {
        String lower = sitemap.toLowerCase(Locale.ROOT);
        return lower.contains("news") || lower.contains("latest") || lower.contains("recent");
    }

    private void declared(Element link) {
        List<String> relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        String type =
                link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        String href = link.attr("href");
        boolean plainJson = type.equals("application/json")
                && JSON_OF_A_PROGRAM.matcher(href).find();
        boolean isFeed = relations.contains("feed")
                || (relations.contains("alternate") && FEED_TYPES.contains(type) && !plainJson);
        if (isFeed) {
            add(href, Kind.FEED, Evidence.DECLARED, link.attr("title"));
        } else if (relations.contains("sitemap")) {
            add(href, Kind.SITEMAP, Evidence.DECLARED, link.attr("title"));
        }
    }

    private void linked(Element link, Site site) {
        String href = link.attr("href");
        URI address = FEED_ADDRESS.matcher(href).find() ? LinkText.resolve(page, href) : null;
        // A service of feeds may be elsewhere; else another site's feed is that site's.
        boolean ours = address != null
                && address.getHost() != null
                && (site.holds(address) || address.getHost().startsWith("feed"));
        if (ours) {
            add(href, Kind.FEED, Evidence.LINKED, link.text());
        }
    }

    private void guess(String kind, Kind expected, URI address) {
        HubWords.all(kind).forEach(path -> add(address.resolve(path).toString(), expected, Evidence.GUESSED, ""));
    }

    private void add(String href, Kind kind, Evidence evidence, String title) {
        URI resolved = LinkText.resolve(page, href);
        CanonicalAddress canonical = resolved == null ? null : CanonicalAddress.parse(resolved.toString());
        if (canonical == null) {
            return;
        }
        String folded = WHITESPACE.matcher(title).replaceAll(" ").strip();
        String name = folded.substring(0, Math.min(folded.length(), LONGEST_TITLE));
        var candidate = new ListingCandidate(canonical.uri(), kind, evidence, name.isEmpty() ? null : name);
        if (kind == Kind.FEED && isOfComments(canonical.uri().getPath() + " " + name)) {
            comments.add(candidate);
        } else {
            found.putIfAbsent(candidate.address(), candidate);
        }
    }

    private static boolean isOfComments(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return HubWords.all("comments").stream().anyMatch(lower::contains);
    }
}
