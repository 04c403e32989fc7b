package org.supplierscope.ingest.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.hub.ListingCandidate.Evidence;
import org.supplierscope.ingest.hub.ListingCandidate.Kind;

class FeedDiscoveryTest {

    private static final URI ADDRESS = URI.create("https://www.harbour-post.example/news/");

    private static List<ListingCandidate> find(String html) {
        return FeedDiscovery.find(html.getBytes(UTF_8), "text/html", ADDRESS);
    }

    @Test
    void prefersWhatThePageDeclaresAndPutsCommentsLast() {
        List<ListingCandidate> candidates = find("""
                <link rel="alternate" type="application/rss+xml" title="Harbour Post » Comments Feed" href="/comments/feed/">
                <link rel="ALTERNATE stylesheet" type="Application/RSS+XML; charset=utf-8" title="All news" href="/all.rss">
                <link rel="alternate" type="application/feed+json" href="feed.json">
                <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/2">
                <link rel="alternate" hreflang="de" href="/de/">
                <link rel="sitemap" type="application/xml" href="/map.xml">
                <a href="/economy/rss.xml">RSS economy</a> <a href="/feedback">Feedback</a>
                <a href="https://feeds.service.example/harbour">Feed</a> <a href="https://other.example/rss">Partner</a>""");

        assertThat(candidates.subList(0, 5))
                .extracting(candidate -> candidate.address().toString())
                .containsExactly(
                        "https://www.harbour-post.example/all.rss",
                        "https://www.harbour-post.example/news/feed.json",
                        "https://www.harbour-post.example/map.xml",
                        "https://www.harbour-post.example/economy/rss.xml",
                        "https://feeds.service.example/harbour");
        assertThat(candidates.getFirst().title()).isEqualTo("All news");
        assertThat(candidates.getLast().address()).hasPath("/comments/feed/");
        assertThat(candidates)
                .noneMatch(candidate -> candidate.address().getPath().contains("wp-json")
                        || candidate.address().getPath().contains("feedback")
                        || "other.example".equals(candidate.address().getHost()));
    }

    @Test
    void guessesTheUsualPlacesWhereNothingIsDeclared() {
        List<ListingCandidate> candidates = find("<title>News</title><p>Nothing here");

        assertThat(candidates)
                .contains(
                        new ListingCandidate(
                                URI.create("https://www.harbour-post.example/feed"), Kind.FEED, Evidence.GUESSED, null),
                        new ListingCandidate(ADDRESS, Kind.PAGE, Evidence.LINKED, "News"),
                        new ListingCandidate(
                                URI.create("https://www.harbour-post.example/sitemap.xml"),
                                Kind.SITEMAP,
                                Evidence.GUESSED,
                                null));
    }

    @Test
    void resolvesAgainstTheBaseOfThePage() {
        List<ListingCandidate> candidates =
                find("<base href='https://cdn.harbour-post.example/x/'><link rel=feed href='f'>");

        assertThat(candidates.getFirst().address()).hasToString("https://cdn.harbour-post.example/x/f");
    }

    @Test
    void namesNoAddressThatCannotBeAskedFor() {
        List<ListingCandidate> candidates = find("""
                <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
                <link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
                <a href="feed://www.harbour-post.example/rss">RSS</a>""");

        assertThat(candidates)
                .allMatch(candidate -> candidate.address().getScheme().startsWith("http"));
    }

    // F11
    @Test
    void namesABoundedNumber() {
        String feeds = "<link rel=alternate type=application/rss+xml href=/tag/";
        var html = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            html.append(feeds).append(i).append("/feed>");
        }

        assertThat(find(html.toString())).hasSize(FeedDiscovery.MAX_CANDIDATES);
    }

    @Test
    void readsTheSitemapsOfRobotsTxtWithNewsFirst() {
        String robots = "\uFEFFUser-agent: *\nDisallow: /x\nSITEMAP: https://www.harbour-post.example/all.xml\n"
                + " Sitemap : /news.xml.gz\nSitemap: ftp://x.example/y\nSitemap:";

        List<ListingCandidate> candidates =
                FeedDiscovery.inRobots(robots.getBytes(UTF_8), ADDRESS.resolve("/robots.txt"));

        assertThat(candidates)
                .extracting(candidate -> candidate.address().getPath())
                .containsExactly("/news.xml.gz", "/all.xml");
    }
}
