package org.supplierscope.ingest.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.sitemap.SitemapReading.Entry;
import org.supplierscope.ingest.sitemap.SitemapReading.Index;
import org.supplierscope.ingest.sitemap.SitemapReading.NotASitemap;
import org.supplierscope.ingest.sitemap.SitemapReading.Pages;

class SitemapReaderTest {

    private static final URI ADDRESS = URI.create("https://www.harbour-post.example/sitemaps/news.xml");
    private static final String HOME = "https://www.harbour-post.example/";

    private static SitemapReading read(String text) {
        return SitemapReader.read(text.getBytes(UTF_8), "application/xml", ADDRESS);
    }

    private static Pages pages(String text) {
        return (Pages) read(text);
    }

    private static String url(String path, String more) {
        return "<url><loc>" + HOME + path + "</loc>" + more + "</url>";
    }

    @Test
    void readsTheNewsExtension() {
        Pages pages = pages("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
                    xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
                    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
                  <url>
                    <loc>https://www.harbour-post.example/a?x=1&amp;y=2</loc>
                    <image:image><image:loc>https://www.harbour-post.example/a.jpg</image:loc>
                      <image:title>Not the headline</image:title></image:image>
                    <lastmod>2025-03-05</lastmod>
                    <n:news>
                      <n:publication><n:name>Harbour Post</n:name><n:language>en</n:language></n:publication>
                      <n:publication_date>2025-03-04T10:05:00+08:00</n:publication_date>
                      <n:title><![CDATA[Crane & quay]]> open &#8211; again</n:title>
                    </n:news>
                  </url>
                </urlset>""");

        Entry entry = pages.entries().getFirst();
        assertThat(entry.link()).hasToString(HOME + "a?x=1&y=2");
        assertThat(entry.title()).isEqualTo("Crane & quay open – again");
        assertThat(entry.language()).isEqualTo("en");
        assertThat(Objects.requireNonNull(entry.published()).moment()).hasToString("2025-03-04T10:05+08:00");
        assertThat(Objects.requireNonNull(entry.updated()).day()).isEqualTo(LocalDate.of(2025, 3, 5));
    }

    @Test
    void readsAnIndexNewestFirst() {
        var index = (Index) read("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>/maps/2023.xml</loc><lastmod>2023-12-31</lastmod></sitemap>
                <sitemap><loc>/maps/undated.xml</loc></sitemap>
                <sitemap><loc>/maps/2025.xml</loc><lastmod>2025-03-04</lastmod></sitemap>
                </sitemapindex>""");

        assertThat(index.children())
                .extracting(child -> child.link().getPath())
                .containsExactly("/maps/2025.xml", "/maps/2023.xml", "/maps/undated.xml");
    }

    @Test
    void readsPlainTextAndSaysWhenTextIsNoList() {
        Pages pages = pages("\uFEFF" + HOME + "a\r\n\r\n" + HOME + "b\n");

        assertThat(pages.entries()).hasSize(2);
        assertThat(read("Dear reader,\nthis is no list.")).isInstanceOf(NotASitemap.class);
        assertThat(read("")).isEqualTo(new NotASitemap("not a sitemap: it is empty"));
    }

    @Test
    void tellsAFeedAndAPage() {
        assertThat(read("<?xml version='1.0'?><rss version='2.0'><channel/></rss>"))
                .isEqualTo(new NotASitemap("not a sitemap but a feed"));
        assertThat(read("<!doctype html><html><body>Sitemap</body></html>"))
                .isEqualTo(new NotASitemap("not a sitemap but a page"));
    }

    // F11: sold advertising slots in sitemaps lead to other sites
    @Test
    void leavesOutEntriesOfOtherSitesAndCountsThem() {
        Pages pages = pages("<urlset>" + url("a", "")
                + "<url><loc>https://cheap-loans.example/offer</loc></url>"
                + "<url><loc>https://news.harbour-post.example/b</loc></url>"
                + "<url><loc>javascript:alert(1)</loc></url><url></url></urlset>");

        assertThat(pages.entries())
                .extracting(entry -> entry.link().toString())
                .containsExactly(HOME + "a", "https://news.harbour-post.example/b");
        assertThat(pages.leftOut().otherSites()).isEqualTo(1);
        assertThat(pages.leftOut().unreadable()).isEqualTo(2);
    }

    // F11: 50,000 entries and more
    @Test
    void keepsTheNewestOfAGreatSitemapAndTellsHowManyItLeftOut() {
        var text = new StringBuilder("<urlset>");
        for (int i = 0; i < 50_000; i++) {
            text.append(url("p" + i, "<lastmod>" + LocalDate.of(1990, 1, 1).plusDays(i % 12_000) + "</lastmod>"));
        }

        Pages pages = pages(text.append("</urlset>").toString());

        assertThat(pages.entries()).hasSize(SitemapReader.MAX_ENTRIES);
        assertThat(pages.leftOut().overLimit()).isEqualTo(50_000 - SitemapReader.MAX_ENTRIES);
        assertThat(pages.entries().getFirst().updated())
                .matches(date -> date != null
                        && date.day().equals(LocalDate.of(1990, 1, 1).plusDays(11_999)));
    }

    // F11: a sitemap that changes at every visit must not make old pages new
    @Test
    void tellsWhatMayBeNewerThanAMoment() {
        Pages pages = pages("<urlset>" + url("old", "<lastmod>2025-03-02</lastmod>")
                + url("today", "<lastmod>2025-03-04</lastmod>")
                + url("hour", "<lastmod>2025-03-04T09:00:00Z</lastmod>")
                + url("undated", "<lastmod>soon</lastmod>") + "</urlset>");

        List<Entry> since = pages.since(Instant.parse("2025-03-04T12:00:00Z"));

        assertThat(since).extracting(entry -> entry.link().getPath()).containsExactly("/today", "/undated");
    }

    @Test
    void readsAPackedSitemapUpToTheLimit() throws IOException {
        byte[] packed = packed(("<urlset>" + url("a", "") + "</urlset>").getBytes(UTF_8));

        assertThat(((Pages) SitemapReader.read(packed, "application/x-gzip", ADDRESS)).entries())
                .hasSize(1);
        byte[] brokenOff = packed(("<urlset>" + url("a", "") + " ".repeat(1 << 20)).getBytes(UTF_8));
        Pages rest = (Pages) SitemapReader.read(Arrays.copyOf(brokenOff, brokenOff.length / 2), null, ADDRESS);
        assertThat(rest.entries()).hasSize(1);
        assertThat(rest.leftOut().cut()).isTrue();
    }

    // F5: a bomb in a .gz file that is served as such
    @Test
    void unpacksNoBombBeyondTheLimit() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(("<urlset>" + url("a", "")).getBytes(UTF_8));
            byte[] blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < 300; i++) {
                gzip.write(blank);
            }
        }

        Pages pages = (Pages) SitemapReader.read(out.toByteArray(), null, ADDRESS);

        assertThat(pages.entries()).hasSize(1);
        assertThat(pages.leftOut().cut()).isTrue();
    }

    // P1
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE urlset [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE urlset SYSTEM \"http://127.0.0.1/evil.dtd\">",
                "<!DOCTYPE urlset [<!ENTITY % p SYSTEM \"http://127.0.0.1/p\"> %p; <!ENTITY x \"y\">]>",
                "<!DOCTYPE urlset [<!ENTITY a \"xxxx\"><!ENTITY b \"&a;&a;\"><!ENTITY x \"&b;&b;\">]>",
            })
    void obeysNoDoctype(String doctype) {
        Pages pages = pages("<?xml version=\"1.0\"?>" + doctype + "<urlset>"
                + url("a", "<news:news><news:title>before &x; after</news:title></news:news>") + "</urlset>");

        assertThat(pages.entries()).extracting(Entry::title).containsExactly("before &x; after");
    }

    // P2
    @Test
    void readsWhatIsNotQuiteXml() {
        Pages pages = pages("junk before \u0000\n<?xml version=\"1.0\"?><URLSET><!-- <url><loc>/no</loc></url> -->"
                + "<url>\u0001<loc>\n " + HOME + "a \n</loc><unclosed></url>" + url("b", "<lastmod>2025-03-04"));

        assertThat(pages.entries()).extracting(entry -> entry.link().getPath()).containsExactly("/a", "/b");
    }

    // P2
    @Test
    void readsTitlesInTheEncodingThatTheProlog() {
        String text = "<?xml version=\"1.0\" encoding=\"Big5\"?><urlset>"
                + url("a", "<news:news><news:title>港口重新開放</news:title></news:news>") + "</urlset>";

        var pages = (Pages) SitemapReader.read(text.getBytes(Charset.forName("Big5")), "text/xml", ADDRESS);

        assertThat(pages.entries()).extracting(Entry::title).containsExactly("港口重新開放");
    }

    // P3: deep, wide and endless
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<url>",
                "<a>",
                "<url><loc>",
                "<!--",
                "<!DOCTYPE a [",
                "<![CDATA[",
                "<a b=\"",
                "&amp;",
                "<news:news><url>"
            })
    void takesNoLongerThanItsLengthAllows(String piece) {
        String text = "<urlset>" + piece.repeat(8_000_000 / piece.length());

        Instant before = Instant.now();
        SitemapReading reading = read(text);

        assertThat(reading).isNotNull();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void survivesAnyBytes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        byte[] sound = ("<?xml version='1.0'?><urlset>"
                        + url("a", "<lastmod>2025-03-04</lastmod>").repeat(20))
                .getBytes(UTF_8);

        for (int i = 0; i < 2_000; i++) {
            byte[] broken = sound.clone();
            for (int j = 0; j < 20; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(SitemapReader.read(broken, null, ADDRESS))
                    .as("seed %d", seed)
                    .isNotNull();
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
