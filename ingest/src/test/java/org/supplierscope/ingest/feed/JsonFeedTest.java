package org.supplierscope.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.feed.FeedReading.Feed;

class JsonFeedTest {

    @Test
    void readsJsonFeed() {
        Feed feed = Feeds.feed("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Mills & more", "language": "en-GB",
                 "home_page_url": "https://example.org/", "feed_url": "/feed.json", "authors": [{"name": "Desk"}],
                 "hubs": [{"type": "WebSub", "url": "https://hub.example/"}, {"type": "rssCloud", "url": "/no"}],
                 "items": [{"id": 7, "url": "a", "title": "A < B", "content_html": "<p>x<script>bad()</script></p>",
                   "date_published": "2026-03-04T09:30:00+08:00", "date_modified": "2026-03-05T00:00:00Z",
                   "author": {"name": "Lin"}, "language": "zh-Hant"},
                  {"id": "https://example.org/b", "content_text": "1 < 2", "unknown": {"deep": [1, {}]}}]}""");

        assertThat(feed.title()).isEqualTo("Mills & more");
        assertThat(feed.channel().link()).isEqualTo(URI.create("https://example.org/"));
        assertThat(feed.channel().self()).isEqualTo(URI.create("https://example.org/feed.json"));
        assertThat(feed.channel().hubs()).containsExactly(URI.create("https://hub.example/"));
        assertThat(feed.channel().author()).isEqualTo("Desk");
        assertThat(feed.channel().language()).isEqualTo("en-GB");
        assertThat(feed.items())
                .containsExactly(
                        new FeedItem(
                                "A &lt; B",
                                URI.create("https://example.org/news/a"),
                                "7",
                                Instant.parse("2026-03-04T01:30:00Z"),
                                Instant.parse("2026-03-05T00:00:00Z"),
                                "Lin",
                                "<p>x</p>",
                                "zh-Hant"),
                        new FeedItem(
                                null,
                                URI.create("https://example.org/b"),
                                "https://example.org/b",
                                null,
                                null,
                                null,
                                "1 &lt; 2",
                                null));
    }

    // P5
    @Test
    void passesOverWhatIsNullOrOfTheWrongKind() {
        Feed feed = Feeds.feed("""
                {"version": "https://jsonfeed.org/version/1", "title": null, "author": [], "authors": "x", "hubs": 3,
                 "items": [null, 3, "x", [], {}, {"url": null, "title": {"a": 1}, "authors": [null]},
                   {"url": "/a", "title": "A", "date_published": 12}]}""");

        assertThat(feed.title()).isNull();
        assertThat(feed.items()).hasSize(3);
        assertThat(feed.entries()).extracting(FeedReading.Entry::title).containsExactly("A");
    }

    @Test
    void readsWhatStandsBeforeTheBreak() {
        Feed feed = Feeds.feed("""
                {"version": "https://jsonfeed.org/version/1", "items": [{"url": "/a", "title": "A"}, {"url": "/b""");

        assertThat(feed.entries()).extracting(FeedReading.Entry::title).containsExactly("A");
    }
}
