package org.supplierscope.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.supplierscope.ingest.feed.FeedReading.Feed;

/// Feeds for tests, and what the reader makes of them, each within a time that no feed should take.
final class Feeds {

    static final URI ADDRESS = URI.create("https://example.org/news/feed.xml");

    private Feeds() {}

    static FeedReading read(byte[] body) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> FeedReader.read(body, "application/rss+xml", ADDRESS));
    }

    static FeedReading read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static Feed feed(String text) {
        FeedReading reading = read(text);
        assertThat(reading).isInstanceOf(Feed.class);
        return (Feed) reading;
    }

    static String rss(String items) {
        return "<?xml version='1.0'?><rss version='2.0'><channel><title>Example</title><link>/</link>"
                + "<description>d</description>" + items + "</channel></rss>";
    }
}
