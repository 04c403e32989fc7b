package org.supplierscope.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.feed.FeedReading.Entry;
import org.supplierscope.ingest.feed.FeedReading.Feed;
import org.supplierscope.ingest.feed.FeedReading.NotAFeed;

class HostileFeedTest {

    private static String item(String title) {
        return Feeds.rss("<item><title>" + title + "</title><link>/a</link></item>")
                .substring("<?xml version='1.0'?>".length());
    }

    // P1
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
                "<!ENTITY x SYSTEM 'http://127.0.0.1:1/x'>",
                "<!ENTITY x PUBLIC '-//X' 'jar:file:///tmp/x!/y'>",
                "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'> %p;",
                "<!ENTITY % a '<!ENTITY x SYSTEM \"file:///etc/passwd\">'> %a;",
                "<!ELEMENT rss ANY><!ENTITY x 'quotes with > and ]'>",
                "<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;'><!ENTITY x '&y;&y;&y;&y;&y;&y;&y;&y;'>"
            })
    void neverExpandsADeclaredEntity(String declaration) {
        Feed feed = Feeds.feed("<?xml version='1.0'?><!DOCTYPE rss [" + declaration + "]>" + item("a&x;b&y;"));

        assertThat(feed.entries()).extracting(Entry::title).containsExactly("a&x;b&y;");
    }

    // P1
    @Test
    void survivesQuadraticBlowUp() {
        String declaration = "<!ENTITY x '" + "ha".repeat(100_000) + "'>";

        Feed feed = Feeds.feed("<!DOCTYPE rss [" + declaration + "]>" + item("&x;".repeat(10_000)));

        assertThat(feed.entries().getFirst().title()).hasSize(30_000);
    }

    // P1
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss SYSTEM 'http://127.0.0.1:1/rss.dtd'>",
                "<!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" \"http://127.0.0.1:1/rss.dtd\">",
                "<!doctype html>",
                "<!DOCTYPE rss [ never closed>",
                "<!DOCTYPE rss 'never closed>"
            })
    void passesOverADocumentType(String declaration) {
        assertThat(Feeds.feed(declaration + item("A")).entries())
                .extracting(Entry::title)
                .containsExactly("A");
    }

    // P1
    @Test
    void includesNothing() {
        Feed feed = Feeds.feed("<rss xmlns:xi='http://www.w3.org/2001/XInclude'><channel><item><link>/a</link>"
                + "<title>A<xi:include href='file:///etc/passwd' parse='text'/></title></item></channel></rss>");

        assertThat(feed.entries()).extracting(Entry::title).containsExactly("A");
    }

    // P2
    @Test
    void readsWhatIsNoXml() {
        Feed feed = Feeds.feed(
                "\u0000\u0007junk before \uFFFE" + item("A\u0000\u0008\u001F&#0;&#x1F;&#xFFFFFFFFF;B") + "after");

        assertThat(feed.entries()).extracting(Entry::title).containsExactly("AB");
    }

    // P2
    @Test
    void mendsReferencesThatAreNone() {
        Feed feed = Feeds.feed(item("R&D & more &nosuch; &eacute;&#233; &amp;eacute; &#146; &copy 1 < 2 <3"));

        assertThat(feed.entries())
                .extracting(Entry::title)
                .containsExactly("R&D & more &nosuch; éé é \u2019 © 1 < 2 <3");
    }

    // P2
    @Test
    void putsAReplacementForHalfACharacter() {
        String halves = item("A\uDE00B");
        var utf16 = ByteBuffer.allocate(halves.length() * 2);
        utf16.asCharBuffer().put(halves);

        FeedReading xml = FeedReader.read(utf16.array(), null, Feeds.ADDRESS);
        Feed json = Feeds.feed("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"url\":\"/a\","
                + "\"title\":\"A\\ud83dB\"}]}");

        assertThat(((Feed) xml).entries()).extracting(Entry::title).containsExactly("A\uFFFDB");
        assertThat(json.entries()).extracting(Entry::title).containsExactly("A\uFFFDB");
    }

    // F11
    @Test
    void readsAFeedOfFiftyThousandEntriesAndTellsHowManyMoreThereAre() {
        var items = new StringBuilder();
        for (int i = 0; i < FeedReader.MAX_ITEMS + 17; i++) {
            items.append("<item><title>T</title><link>/").append(i).append("</link></item>");
        }

        Feed feed = Feeds.feed(Feeds.rss(items.toString()));

        assertThat(feed.entries()).hasSize(FeedReader.MAX_ITEMS);
        assertThat(feed.left()).isEqualTo(17);
    }

    // P3, F11
    @Test
    void survivesNestingWithoutEnd() {
        String deep = "<div>".repeat(100_000) + "x" + "</div>".repeat(100_000);
        String xhtml =
                "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><link href='/a'/><title>A</title>"
                        + "<content type='xhtml'>" + deep + "</content></entry></feed>";

        assertThat(Feeds.feed(xhtml).entries()).hasSize(1);
        assertThat(Feeds.feed(Feeds.rss("<item><link>/a</link><description>" + deep + "</description></item>"))
                        .entries())
                .hasSize(1);
        assertThat(Feeds.feed(Feeds.rss("<item><link>/a</link></item>" + deep)).entries())
                .hasSize(1);
        assertThat(Feeds.read("<a>".repeat(100_000))).isInstanceOf(NotAFeed.class);
        assertThat(Feeds.read("<rss>" + "<channel>".repeat(100_000))).isInstanceOf(Feed.class);
        assertThat(Feeds.read("<rss>" + "<item>".repeat(100_000))).isInstanceOf(Feed.class);
        assertThat(Feeds.read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(500_000)))
                .isInstanceOf(Feed.class);
    }

    // P3
    @Test
    void takesLinearTimeForWhatRepeats() {
        int times = 50_000;
        List<String> parts = List.of(
                "<!--",
                "<![CDATA[",
                "<!X '",
                "<!X [",
                "<?",
                "&",
                "&#",
                "&amp",
                "<",
                "]]>",
                "<a b='",
                "</b>",
                "<link/>",
                "<title/>",
                "<pubDate>1 jan</pubDate>",
                "<x:y/>",
                "<category a='1'/>",
                "<guid>");

        for (String part : parts) {
            String inProlog = part.repeat(times);
            assertThat(Feeds.read(inProlog + item("A"))).as(part).isNotNull();
            assertThat(Feeds.read(Feeds.rss("<item>" + inProlog + "</item>")))
                    .as(part)
                    .isNotNull();
            assertThat(Feeds.read(Feeds.rss("<item><description>" + FeedMarkup.plain(inProlog))))
                    .as(part)
                    .isNotNull();
        }
    }

    // P3
    @ParameterizedTest
    @ValueSource(
            strings = {"<ol><li><p><b>", "<b a=1><b a=2><b a=3><b a=4><p>x", "<b><i><a href=/x>x", "<table><a>", "<div>"
            })
    void readsEveryItemHoweverItsMarkupIsWrittenToBeSlow(String shape) {
        String field = "<![CDATA[first " + shape.repeat(250_000 / shape.length()) + "]]>";
        String items =
                "<item><link>/a</link><title>" + field + "</title><description>" + field + "</description></item>";

        assertThat(Feeds.feed(Feeds.rss(items.repeat(4))).items())
                .hasSize(4)
                .allSatisfy(item -> assertThat(item.content()).startsWith("first"));
    }

    // P3
    @Test
    void followsNoLinkOfAHundredThousandSteps() {
        String link = "<![CDATA[<a href='" + "x/../".repeat(50_000) + "'>kept</a>]]>";
        String items = "<item><link>/a</link><description>" + link + "</description></item>";

        assertThat(Feeds.feed(Feeds.rss(items.repeat(16))).items())
                .extracting(FeedItem::content)
                .containsOnly("<a rel=\"nofollow noopener noreferrer\">kept</a>");
    }

    // P3
    @Test
    void takesATagWithoutAnEndForText() {
        String name = "x".repeat(4_000_000);

        assertThat(Feeds.feed(item("A <" + name + "> B")).entries().getFirst().title())
                .startsWith("A");
        assertThat(Feeds.feed(item("A </" + name + "> B")).entries()).hasSize(1);
    }

    // P2
    @Test
    void cutsALongTextBetweenCharacters() {
        String faces = "<b>" + "\uD83D\uDE00".repeat(FeedMarkup.MAX_LENGTH / 2);

        String content = FeedMarkup.clean(faces, Feeds.ADDRESS);

        assertThat(String.valueOf(content).endsWith("\uDE00</b> […]"))
                .as("ends with a whole character")
                .isTrue();
    }

    @Test
    void survivesAnyBytes() {
        long seed = 20260304;
        var random = new Random(seed);
        byte[] good = Feeds.rss("<item><title>A</title><link>/a</link><pubDate>Wed, 04 Mar 2026 09:30:00 GMT</pubDate>"
                        + "<description type='html'>&lt;p>x&lt;/p></description></item>")
                .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = good.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(FeedReader.read(bytes, "text/xml", Feeds.ADDRESS))
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
    }
}
