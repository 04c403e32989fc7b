package org.supplierscope.ingest.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.WrittenDate;
import org.supplierscope.ingest.feed.FeedReader;
import org.supplierscope.ingest.feed.FeedReading;
import org.supplierscope.ingest.feed.FeedResponse;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.hub.FeedDiscovery;
import org.supplierscope.ingest.hub.HubReader;
import org.supplierscope.ingest.hub.HubReading;
import org.supplierscope.ingest.hub.ListingCandidate;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.sitemap.SitemapReader;
import org.supplierscope.ingest.sitemap.SitemapReading;

/// Reads an answer as the kind of listing that a source has. Pure; thread-safe.
public final class ListingReader {

    /// The most pages taken from one answer, so that a listing of a million is no flood. The newest are taken;
    /// a source that publishes more between two polls than this does not exist.
    public static final int MAX_LEADS = 1_000;

    /// The most sitemaps of an index that one reading of it leads to.
    public static final int MAX_CHILDREN = 5;

    /// The most addresses at which a listing is looked for: more guesses would be a scan of the site.
    public static final int MAX_HINTS = 30;

    private ListingReader() {}

    /// Reads an answer. What is of another kind than expected is no listing, even where it could be read: a
    /// feed in whose place a page stands has been taken away.
    ///
    /// @param since pages that are certainly older are left out where a listing reaches far back, as a sitemap
    /// does
    public static Listing read(SourceKind kind, Fetched answer, Instant since) {
        return switch (kind) {
            case FEED -> feed(answer);
            case SITEMAP -> sitemap(answer, since);
            case PAGE -> hub(answer);
            case SITE -> new Listing.NoListing("nothing of this kind can be read");
        };
    }

    private static Listing feed(Fetched answer) {
        return switch (FeedReader.read(answer.body(), FeedResponse.of(answer.url(), answer::header))) {
            case FeedReading.Feed feed ->
                pages(
                        feed.entries().stream()
                                .map(entry -> new Lead(entry.link(), entry.title(), entry.published()))
                                .toList(),
                        feed.left(),
                        feed.channel().timeToLive(),
                        HubOffer.of(
                                answer.url(),
                                feed.channel().hubs(),
                                feed.channel().self()));
            case FeedReading.NotAFeed(String reason) -> new Listing.NoListing(reason);
        };
    }

    private static Listing sitemap(Fetched answer, Instant since) {
        return switch (SitemapReader.read(answer.body(), answer.header("Content-Type"), answer.url())) {
            case SitemapReading.Pages sitemap ->
                pages(
                        sitemap.since(since).stream().map(ListingReader::lead).toList(),
                        sitemap.leftOut().overLimit(),
                        null,
                        null);
            case SitemapReading.Index index -> {
                List<Listing.Child> children = index.children().stream()
                        .limit(MAX_CHILDREN)
                        .map(entry -> new Listing.Child(entry.link(), instant(entry.date())))
                        .toList();
                yield new Listing.Index(
                        children,
                        index.children().size()
                                - children.size()
                                + index.leftOut().overLimit());
            }
            case SitemapReading.NotASitemap(String reason) -> new Listing.NoListing(reason);
        };
    }

    /// When a page was last changed says nothing of when it was published.
    private static Lead lead(SitemapReading.Entry entry) {
        return new Lead(entry.link(), entry.title(), instant(entry.published()));
    }

    private static @Nullable Instant instant(@Nullable WrittenDate date) {
        return date == null ? null : date.instant();
    }

    /// An address at which there may be a listing.
    public record Hint(SourceKind kind, URI address) {}

    /// Where the listing of a site may be, the likeliest first: what the page names, news sitemaps that
    /// robots.txt names, usual places, the page itself, other sitemaps of robots.txt.
    ///
    /// @param sitemaps that robots.txt names
    public static List<Hint> hints(Fetched site, List<URI> sitemaps) {
        List<ListingCandidate> onPage = FeedDiscovery.find(site.body(), site.header("Content-Type"), site.url());
        List<Hint> hints = new ArrayList<>();
        onPage.stream()
                .filter(candidate -> candidate.kind() == ListingCandidate.Kind.FEED)
                .filter(candidate -> candidate.evidence() != ListingCandidate.Evidence.GUESSED)
                .forEach(candidate -> hints.add(hint(candidate)));
        sitemaps.stream()
                .filter(map -> map.toString().toLowerCase(Locale.ROOT).contains("news"))
                .forEach(map -> hints.add(new Hint(SourceKind.SITEMAP, map)));
        onPage.forEach(candidate -> hints.add(hint(candidate)));
        sitemaps.forEach(map -> hints.add(new Hint(SourceKind.SITEMAP, map)));
        return hints.stream().distinct().limit(MAX_HINTS).toList();
    }

    private static Hint hint(ListingCandidate candidate) {
        SourceKind kind = switch (candidate.kind()) {
            case FEED -> SourceKind.FEED;
            case SITEMAP -> SourceKind.SITEMAP;
            case PAGE -> SourceKind.PAGE;
        };
        return new Hint(kind, candidate.address());
    }

    private static Listing hub(Fetched answer) {
        return switch (HubReader.read(answer.body(), answer.header("Content-Type"), answer.url())) {
            case HubReading.Hub hub ->
                pages(
                        hub.entries().stream()
                                .map(entry -> new Lead(entry.link(), entry.title(), instant(entry.published())))
                                .toList(),
                        hub.overLimit(),
                        null,
                        null);
            case HubReading.NotAHub(String reason) -> new Listing.NoListing(reason);
        };
    }

    static Listing.Pages pages(List<Lead> leads, int leftOut, @Nullable Duration ttl, @Nullable HubOffer hub) {
        if (leads.size() <= MAX_LEADS) {
            return new Listing.Pages(leads, leftOut, ttl, hub);
        }
        List<Lead> newest = leads.stream()
                .sorted(Comparator.comparing(Lead::published, Comparator.nullsLast(Comparator.reverseOrder())))
                .limit(MAX_LEADS)
                .toList();
        return new Listing.Pages(newest, leftOut + leads.size() - MAX_LEADS, ttl, hub);
    }
}
