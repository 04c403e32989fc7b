package org.supplierscope.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.feed.FeedReading.Entry;
import org.supplierscope.ingest.feed.FeedReading.Feed;
import org.supplierscope.ingest.feed.FeedReading.NotAFeed;

class FeedReaderTest {

    @Test
    void readsRss() {
        Feed feed = Feeds.feed(Feeds.rss("""
                <item><title> Mill widens  its
                line </title><link>https://example.org/a</link>
                <pubDate>Wed, 04 Mar 2026 09:30:00 +0800</pubDate></item>
                <item><title>Second</title><link>https://example.org/b</link></item>"""));

        assertThat(feed.title()).isEqualTo("Example");
        assertThat(feed.channel().link()).isEqualTo(URI.create("https://example.org/"));
        assertThat(feed.entries())
                .containsExactly(
                        new Entry(
                                URI.create("https://example.org/a"),
                                "Mill widens its line",
                                Instant.parse("2026-03-04T01:30:00Z")),
                        new Entry(URI.create("https://example.org/b"), "Second", null));
        assertThat(feed.left()).isZero();
    }

    @Test
    void readsRdf() {
        Feed feed = Feeds.feed("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://example.org/"><title>T</title><link>https://example.org/</link>
                <description>d</description></channel>
                <item rdf:about="https://example.org/a"><title>A</title>
                <dc:date>2026-03-04T09:30:00+08:00</dc:date><dc:creator>Lin Yu</dc:creator></item></rdf:RDF>""");

        Entry entry = feed.entries().getFirst();
        assertThat(feed.title()).isEqualTo("T");
        assertThat(entry.link()).isEqualTo(URI.create("https://example.org/a"));
        assertThat(entry.guid()).isEqualTo("https://example.org/a");
        assertThat(entry.published()).isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));
        assertThat(entry.author()).isEqualTo("Lin Yu");
    }

    @Test
    void readsAtom() {
        Feed feed = Feeds.feed("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x</id><subtitle>S</subtitle>
                <entry><title type="html">A &amp;amp; B</title><id>urn:a</id>
                <link rel="self" href="https://example.org/a.atom"/>
                <link rel="alternate" href="https://example.org/a"/><updated>2026-03-04T01:30:00Z</updated>
                <author><name>Mei</name><email>mei@example.org</email></author>
                <source><title>Another feed</title><id>urn:other</id></source></entry>
                <entry><title>B</title><id>https://example.org/b</id><published>2026-03-03T00:00:00Z</published>
                <updated>2026-03-04T01:30:00Z</updated></entry></feed>""");

        assertThat(feed.channel().guid()).isEqualTo("urn:x");
        assertThat(feed.channel().description()).isEqualTo("S");
        assertThat(feed.entries())
                .extracting(Entry::link, Entry::title, Entry::published, Entry::guid, Entry::author)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                URI.create("https://example.org/a"),
                                "A & B",
                                Instant.parse("2026-03-04T01:30:00Z"),
                                "urn:a",
                                "Mei"),
                        org.assertj.core.groups.Tuple.tuple(
                                URI.create("https://example.org/b"),
                                "B",
                                Instant.parse("2026-03-03T00:00:00Z"),
                                "https://example.org/b",
                                null));
    }

    @Test
    void readsTheTextsOfAtomInAllTheirForms() {
        Feed feed = Feeds.feed("""
                <feed xmlns="http://www.w3.org/2005/Atom">
                <entry><content>1 &lt; 2</content></entry>
                <entry><content type="html">&lt;p>one &lt;em>two&lt;/em></content></entry>
                <entry><content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml">a<h:br/>&lt;b</h:div></content>
                </entry>
                <entry><content type="application/octet-stream">PGI+Ym9sZDwvYj4=</content></entry>
                <entry><content type="image/png">iVBORw0KGgoAAAANSUhEUgAA</content></entry>
                <entry><summary>short</summary><content type="text">whole</content></entry></feed>""");

        assertThat(feed.items())
                .extracting(FeedItem::content)
                .containsExactly("1 &lt; 2", "<p>one <em>two</em></p>", "a<br>&lt;b", "<b>bold</b>", null, "whole");
    }

    @Test
    void readsAtomOfBeforeItsStandard() {
        Feed feed = Feeds.feed("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><tagline mode="escaped">&lt;i>t&lt;/i></tagline>
                <modified>2026-03-05T00:00:00Z</modified>
                <entry><title mode="base64">VGl0bGU=</title><issued>2026-03-04T01:30:00Z</issued>
                <content type="application/xhtml+xml" mode="xml"><p xmlns="http://www.w3.org/1999/xhtml">x</p></content>
                </entry></feed>""");

        FeedItem item = feed.items().getFirst();
        assertThat(feed.channel().description()).isEqualTo("<i>t</i>");
        assertThat(feed.channel().updated()).isEqualTo(Instant.parse("2026-03-05T00:00:00Z"));
        assertThat(item.title()).isEqualTo("Title");
        assertThat(item.published()).isEqualTo(Instant.parse("2026-03-04T01:30:00Z"));
        assertThat(item.content()).isEqualTo("<p>x</p>");
    }

    @Test
    void readsChannelDefinitions() {
        Feed feed = Feeds.feed("""
                <CHANNEL HREF="https://example.org/" LASTMOD="2026-03-04T00:00:00Z"><ABSTRACT>about</ABSTRACT>
                <ITEM HREF="a" LASTMOD="2026-03-03T00:00:00Z"><Title>A</TITLE></ITEM></CHANNEL>""");

        assertThat(feed.channel().description()).isEqualTo("about");
        assertThat(feed.channel().updated()).isEqualTo(Instant.parse("2026-03-04T00:00:00Z"));
        assertThat(feed.entries())
                .containsExactly(new Entry(
                        URI.create("https://example.org/news/a"),
                        "A",
                        Instant.parse("2026-03-03T00:00:00Z"),
                        Instant.parse("2026-03-03T00:00:00Z"),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void knowsVocabulariesByTheirNamespaceAndNotByTheirPrefix() {
        Feed feed = Feeds.feed("""
                <r:rss xmlns:r="http://backend.userland.com/rss2" xmlns:x="http://purl.org/dc/elements/1.1/"
                  xmlns:dc="http://other.example/"><r:channel><r:item><dc:title>no</dc:title><dc:creator>no</dc:creator>
                <x:title>yes</x:title><x:creator>Lin</x:creator><y:title xmlns:y="urn:y">no</y:title>
                <media:description>prefix that nobody declared</media:description></r:item></r:channel></r:rss>""");

        FeedItem item = feed.items().getFirst();
        assertThat(item.title()).isEqualTo("yes");
        assertThat(item.author()).isEqualTo("Lin");
        assertThat(item.content()).isEqualTo("prefix that nobody declared");
    }

    @Test
    void prefersTheWholeTextAndTheFeedsOwnTitle() {
        Feed feed = Feeds.feed(Feeds.rss("""
                <item><media:title xmlns:media="http://search.yahoo.com/mrss/">picture</media:title><title>own</title>
                <image><title>image</title><link>https://example.org/image</link></image>
                <description>short</description>
                <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>whole</p>]]>
                </content:encoded></item>"""));

        assertThat(feed.items())
                .containsExactly(new FeedItem("own", null, null, null, null, null, "<p>whole</p>", null));
    }

    @Test
    void readsMarkupThatNobodyEscaped() {
        Feed feed = Feeds.feed(Feeds.rss("<item><description>one <b>two<br>three</b> & four</description></item>"));

        assertThat(feed.items().getFirst().content()).isEqualTo("one <b>two<br>three</b> &amp; four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mei Chen (mei@example.org)",
                "mei@example.org (Mei Chen)",
                "Mei Chen &lt;mei@example.org&gt;",
                "<name>Mei Chen</name><email>mei@example.org</email>",
                " Mei  Chen "
            })
    void takesTheNameOfAnAuthor(String author) {
        Feed feed = Feeds.feed(Feeds.rss("<item><author>" + author + "</author><author>Other</author></item>"));

        assertThat(feed.items().getFirst().author()).isEqualTo("Mei Chen");
    }

    @Test
    void inheritsLanguageAndBase() {
        Feed feed = Feeds.feed("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh_TW" xml:base="https://tw.example/x/">
                <entry><title>A</title><link href="a"/></entry>
                <entry xml:lang="en" xml:base="sub/"><title>B</title><link href="b"/>
                <content type="xhtml"><div xml:base="deep/"><a href="c">c</a></div></content></entry>
                <entry xml:lang=""><title>C</title><link href="/d"/></entry></feed>""");

        assertThat(feed.channel().language()).isEqualTo("zh-TW");
        assertThat(feed.items()).extracting(FeedItem::language).containsExactly("zh-TW", "en", null);
        assertThat(feed.items())
                .extracting(item -> String.valueOf(item.link()))
                .containsExactly("https://tw.example/x/a", "https://tw.example/x/sub/b", "https://tw.example/d");
        assertThat(feed.items().get(1).content()).contains("href=\"https://tw.example/x/sub/deep/c\"");
    }

    @Test
    void takesWhatTheResponseSays() {
        byte[] body = Feeds.rss("<item><link>a</link></item>").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "Content-Language", "de-AT",
                "Content-Location", "/elsewhere/feed",
                "Link", "<https://hub.example/>; rel=\"hub\", <https://example.org/self>; rel=self");

        Feed feed = (Feed) FeedReader.read(body, FeedResponse.of(Feeds.ADDRESS, headers::get));

        assertThat(feed.channel().language()).isEqualTo("de-AT");
        assertThat(feed.channel().hubs()).containsExactly(URI.create("https://hub.example/"));
        assertThat(feed.channel().self()).isEqualTo(URI.create("https://example.org/self"));
        assertThat(feed.entries().getFirst().link()).isEqualTo(URI.create("https://example.org/elsewhere/a"));
    }

    @Test
    void doesNotFollowAContentLocationThatIsNoWebAddress() {
        byte[] body = Feeds.rss("<item><link>a</link></item>").getBytes(StandardCharsets.UTF_8);

        Feed feed = (Feed) FeedReader.read(
                body,
                new FeedResponse(
                        Feeds.ADDRESS, null, "javascript:alert(1)", "</b>", "<<<, <javascript:bad()>;rel=hub"));

        assertThat(feed.entries().getFirst().link()).isEqualTo(URI.create("https://example.org/news/a"));
        assertThat(feed.channel().language()).isNull();
        assertThat(feed.channel().hubs()).isEmpty();
    }

    @Test
    void findsHubsAndTheTimeToLive() {
        Feed feed = Feeds.feed("""
                <rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title><ttl> 45 </ttl>
                <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/feed"/>
                <link>https://example.org/</link></channel></rss>""");

        assertThat(feed.channel().hubs()).containsExactly(URI.create("https://hub.example/"));
        assertThat(feed.channel().self()).isEqualTo(URI.create("https://example.org/feed"));
        assertThat(feed.channel().link()).isEqualTo(URI.create("https://example.org/"));
        assertThat(feed.channel().timeToLive()).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void resolvesRelativeLinksAndDropsTrackingParameters() {
        Feed feed = Feeds.feed(Feeds.rss("""
                <item><link>a.html</link></item>
                <item><link>/b?utm_source=rss&amp;id=7</link></item>
                <item><link>?page=2&copy=3</link></item>
                <item><link>//example.net/c#part</link></item>
                <item><link> https://example.org/two words </link></item>
                <item><link>https://example.org/供應</link></item>"""));

        assertThat(feed.entries())
                .extracting(entry -> entry.link().toString())
                .containsExactly(
                        "https://example.org/news/a.html",
                        "https://example.org/b?id=7",
                        "https://example.org/news/feed.xml?page=2&copy=3",
                        "https://example.net/c",
                        "https://example.org/two%20words",
                        "https://example.org/%E4%BE%9B%E6%87%89");
    }

    // P5
    @Test
    void takesTheGuidForTheLinkWhenItIsAnAddressAndThereIsNoOther() {
        Feed feed = Feeds.feed(Feeds.rss("""
                <item><title>A</title><guid>https://example.org/a</guid></item>
                <item><title>B</title><guid isPermaLink="false">https://example.org/b</guid></item>
                <item><title>C</title></item>
                <item><title>D</title><link>javascript:alert(1)</link></item>
                <item><title>E</title><link>https://user:secret@example.org/e</link></item>"""));

        assertThat(feed.items()).hasSize(5);
        assertThat(feed.entries())
                .extracting(entry -> entry.link().toString())
                .containsExactly("https://example.org/a");
    }

    // P5
    @Test
    void keepsArticlesApartThatShareTheirGuidAndJoinsThoseThatShareTheirAddress() {
        Feed feed = Feeds.feed(Feeds.rss("""
                <item><title>A</title><link>/a</link><guid>same</guid></item>
                <item><title>B</title><link>/b</link><guid>same</guid></item>
                <item><title>C</title><link>/c</link><guid>/c?version=1</guid></item>
                <item><title>C again</title><link>/c?utm_medium=rss</link><guid>/c?version=2</guid></item>"""));

        assertThat(feed.entries()).extracting(Entry::title).containsExactly("A", "B", "C");
        assertThat(feed.entries())
                .extracting(Entry::guid)
                .containsExactly(null, null, "https://example.org/c?version=1");
    }

    // P4
    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "Wed, 04 Mar 292278995 09:30:00 GMT", "99999-01-01T00:00:00Z", "-0044-03-15"})
    void knowsNoDateWhenNoneCanBeMeant(String date) {
        Feed feed = Feeds.feed(Feeds.rss("<item><link>/a</link><pubDate>" + date + "</pubDate></item>"));

        assertThat(feed.entries()).extracting(Entry::published).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not xml",
                "<html><body>Just a moment...</body></html>",
                "<!DOCTYPE html><html><head><title>Feed moved</title></head></html>",
                "<script>alert(1)</script>",
                "<rss",
                "<!-- <rss> -->",
                "{\"version\":\"2\",\"articles\":[]}",
                "{\"version\":",
                "<a:b/>",
                "<<<<",
                "null", // P5
                "[null]"
            })
    void saysThatItIsNoFeed(String body) {
        assertThat(Feeds.read(body))
                .isInstanceOfSatisfying(
                        NotAFeed.class,
                        not -> assertThat(not.reason())
                                .startsWith("not a feed that can be read: ")
                                .hasSizeLessThan(100)
                                .doesNotContain("\n", "<", "alert"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss version='2.0'></rss>",
                "<rss version='2.0'><channel><item><title>cut",
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>cut</ti",
                "{\"version\":\"https://jsonfeed.org/version/1\"}",
                "<?xml version='1.0' encoding='no-such-charset'?><rss/>",
                "Warning: something on line 7<br /><b>!</b><?xml version='1.0'?><rss></rss><!-- 0.2 s -->"
            })
    void takesADamagedOrEmptyFeedForWhatItIs(String body) {
        assertThat(Feeds.read(body))
                .isInstanceOfSatisfying(
                        Feed.class, feed -> assertThat(feed.entries()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/rss+xml; charset=nonsense", ";;;", "text/xml; charset=\"utf-8\""})
    void readsAFeedUnderAnyContentType(String contentType) {
        byte[] body = Feeds.rss("<item><link>/a</link></item>").getBytes(StandardCharsets.UTF_8);

        assertThat(FeedReader.read(body, contentType, Feeds.ADDRESS)).isInstanceOf(Feed.class);
    }
}
