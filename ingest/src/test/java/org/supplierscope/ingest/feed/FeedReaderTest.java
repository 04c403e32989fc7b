package org.supplierscope.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.feed.FeedReading.Entry;
import org.supplierscope.ingest.feed.FeedReading.Feed;
import org.supplierscope.ingest.feed.FeedReading.NotAFeed;

class FeedReaderTest {

    private static final URI BASE = URI.create("https://example.org/news/feed.xml");

    private static FeedReading read(byte[] body) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> FeedReader.read(body, "application/rss+xml", BASE));
    }

    private static FeedReading read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static Feed feed(String xml) {
        FeedReading reading = read(xml);
        assertThat(reading).isInstanceOf(Feed.class);
        return (Feed) reading;
    }

    private static String rss(String items) {
        return "<?xml version='1.0'?><rss version='2.0'><channel><title>Example</title><link>/</link>"
                + "<description>d</description>" + items + "</channel></rss>";
    }

    @Test
    void readsRss() {
        Feed feed = feed(rss("""
                <item><title> Mill widens  its
                line </title><link>https://example.org/a</link>
                <pubDate>Wed, 04 Mar 2026 09:30:00 +0800</pubDate></item>
                <item><title>Second</title><link>https://example.org/b</link></item>"""));

        assertThat(feed.title()).isEqualTo("Example");
        assertThat(feed.entries())
                .containsExactly(
                        new Entry(
                                URI.create("https://example.org/a"),
                                "Mill widens its line",
                                Instant.parse("2026-03-04T01:30:00Z")),
                        new Entry(URI.create("https://example.org/b"), "Second", null));
    }

    @Test
    void readsRdf() {
        Feed feed = feed("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://example.org/"><title>T</title><link>https://example.org/</link>
                <description>d</description></channel>
                <item rdf:about="https://example.org/a"><title>A</title><link>https://example.org/a</link>
                <dc:date>2026-03-04T09:30:00+08:00</dc:date></item></rdf:RDF>""");

        assertThat(feed.entries())
                .containsExactly(
                        new Entry(URI.create("https://example.org/a"), "A", Instant.parse("2026-03-04T01:30:00Z")));
    }

    @Test
    void readsAtom() {
        Feed feed = feed("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x</id>
                <entry><title type="html">A</title><id>urn:a</id><link rel="self" href="https://example.org/a.atom"/>
                <link rel="alternate" href="https://example.org/a"/><updated>2026-03-04T01:30:00Z</updated></entry>
                <entry><title>B</title><id>https://example.org/b</id><published>2026-03-03T00:00:00Z</published>
                <updated>2026-03-04T01:30:00Z</updated></entry></feed>""");

        assertThat(feed.entries())
                .containsExactly(
                        new Entry(URI.create("https://example.org/a"), "A", Instant.parse("2026-03-04T01:30:00Z")),
                        new Entry(URI.create("https://example.org/b"), "B", Instant.parse("2026-03-03T00:00:00Z")));
    }

    @Test
    void resolvesRelativeLinksAndDropsTrackingParameters() {
        Feed feed = feed(rss("""
                <item><link>a.html</link></item>
                <item><link>/b?utm_source=rss&amp;id=7</link></item>
                <item><link>?page=2</link></item>
                <item><link>//example.net/c#part</link></item>
                <item><link> https://example.org/two words </link></item>
                <item><link>https://example.org/供應</link></item>"""));

        assertThat(feed.entries())
                .extracting(entry -> entry.link().toString())
                .containsExactly(
                        "https://example.org/news/a.html",
                        "https://example.org/b?id=7",
                        "https://example.org/news/feed.xml?page=2",
                        "https://example.net/c",
                        "https://example.org/two%20words",
                        "https://example.org/%E4%BE%9B%E6%87%89");
    }

    @Test
    void takesTheGuidForTheLinkWhenItIsAnAddressAndThereIsNoOther() {
        Feed feed = feed(rss("""
                <item><title>A</title><guid>https://example.org/a</guid></item>
                <item><title>B</title><guid isPermaLink="false">urn:uuid:1</guid></item>
                <item><title>C</title></item>
                <item><title>D</title><link>javascript:alert(1)</link></item>
                <item><title>E</title><link>https://user:secret@example.org/e</link></item>"""));

        assertThat(feed.entries())
                .extracting(entry -> entry.link().toString())
                .containsExactly("https://example.org/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "Wed, 04 Mar 292278995 09:30:00 GMT", "99999-01-01T00:00:00Z", "-0044-03-15"})
    void knowsNoDateWhenNoneCanBeMeant(String date) {
        Feed feed = feed(rss("<item><link>/a</link><pubDate>" + date + "</pubDate></item>"));

        assertThat(feed.entries()).extracting(Entry::published).containsOnlyNulls();
    }

    @Test
    void readsTheCharsetThatTheFeedNames() {
        for (String charset : List.of("Big5", "Shift_JIS", "GB18030", "UTF-16")) {
            byte[] body = ("<?xml version='1.0' encoding='" + charset + "'?>"
                            + rss("<item><title>新</title><link>/a</link></item>")
                                    .substring("<?xml version='1.0'?>".length()))
                    .getBytes(Charset.forName(charset));

            assertThat(((Feed) FeedReader.read(body, null, BASE))
                            .entries()
                            .getFirst()
                            .title())
                    .as(charset)
                    .isEqualTo("新");
        }
    }

    @Test
    void capsAFeedOfFiftyThousandEntries() {
        var items = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            items.append("<item><title>T</title><link>/").append(i).append("</link></item>");
        }

        assertThat(feed(rss(items.toString())).entries()).hasSize(FeedReader.MAX_ENTRIES);
    }

    @Test
    void refusesEntitiesOfEveryKind() {
        String item = rss("<item><title>&x;</title><link>/a</link></item>").substring("<?xml version='1.0'?>".length());
        List<String> declarations = List.of(
                "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
                "<!ENTITY x SYSTEM 'http://127.0.0.1:1/x'>",
                "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'> %p;",
                "<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;&b;&b;&b;&b;'>",
                "<!ENTITY x '" + "ha".repeat(100_000) + "'>");

        for (String declaration : declarations) {
            assertThat(read("<!DOCTYPE rss [" + declaration + "]>" + item)).isInstanceOf(NotAFeed.class);
        }
        assertThat(read("<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/rss.dtd'>" + item))
                .isInstanceOf(NotAFeed.class);
        assertThat(read("<rss xmlns:xi='http://www.w3.org/2001/XInclude' version='2.0'><channel><title>T</title>"
                        + "<item><link>/a</link><title><xi:include href='file:///etc/passwd' parse='text'/></title>"
                        + "</item></channel></rss>"))
                .isInstanceOfSatisfying(
                        Feed.class, feed -> assertThat(feed.toString()).doesNotContain("root:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not xml",
                "<html><body>Just a moment...</body></html>",
                "<rss",
                "<rss version='2.0'></rss>",
                "<rss version='2.0'><channel><item><title>cut",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>cut</ti",
                "{\"version\":\"https://jsonfeed.org/version/1\"}",
                "<?xml version='1.0' encoding='no-such-charset'?><rss/>",
                "<a:b/>"
            })
    void saysThatItIsNoFeed(String body) {
        assertThat(read(body))
                .isInstanceOfSatisfying(
                        NotAFeed.class,
                        not -> assertThat(not.reason())
                                .startsWith("not a feed that can be read: ")
                                .hasSizeLessThan(1000)
                                .doesNotContain("\n"));
    }

    @Test
    void survivesNestingWithoutEnd() {
        String deep = "<div>".repeat(100_000) + "x" + "</div>".repeat(100_000);
        String xhtml =
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><link href='/a'/><title>A</title>"
                        + "<content type='xhtml'>" + deep + "</content></entry></feed>";

        assertThat(read(xhtml)).isNotNull();
        assertThat(read(rss("<item><link>/a</link><description>" + deep + "</description></item>")))
                .isNotNull();
        assertThat(read(rss("<item><link>/a</link></item>" + deep))).isNotNull();
        assertThat(read("<a>".repeat(500_000))).isInstanceOf(NotAFeed.class);
    }

    @Test
    void survivesAnyBytes() {
        long seed = 20260304;
        var random = new Random(seed);
        byte[] good =
                rss("<item><title>A</title><link>/a</link><pubDate>Wed, 04 Mar 2026 09:30:00 GMT</pubDate></item>")
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(FeedReader.read(bytes, "text/xml", BASE))
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/rss+xml; charset=nonsense", ";;;", "text/xml; charset=\"utf-8\""})
    void readsAFeedUnderAnyContentType(String contentType) {
        byte[] body = rss("<item><link>/a</link></item>").getBytes(StandardCharsets.UTF_8);

        assertThat(FeedReader.read(body, contentType, BASE)).isInstanceOf(Feed.class);
    }
}
