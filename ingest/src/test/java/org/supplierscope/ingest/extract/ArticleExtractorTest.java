package org.supplierscope.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.published.PageVerdict;

class ArticleExtractorTest {

    private final ArticleExtractor extractor = new ArticleExtractor();

    private ExtractedArticle extract(String html) {
        return extractor.extract(new PageSource(
                URI.create("https://news.example/2025/03/valve-order?utm=1"),
                "text/html; charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsEveryFieldOfAnOrdinaryNewsPage() {
        ExtractedArticle article = extract("""
                <html lang="en-GB"><head>
                <title>Valve maker wins river order | The Works Courier</title>
                <link rel="canonical" href="/2025/03/valve-order">
                <meta property="og:site_name" content="The Works Courier">
                <meta property="article:published_time" content="2025-03-04T23:30:00+08:00">
                <meta property="article:modified_time" content="2025-03-05T08:00:00+08:00">
                <meta property="article:section" content="Industry">
                <meta property="article:tag" content="valves"><meta property="article:tag" content="rivers">
                <meta property="og:image" content="/i/valve.jpg">
                <meta name="author" content="By Ada Lindqvist">
                </head><body>
                <nav><a href="/">Home</a> <a href="/news">News</a></nav>
                <article><h1>Valve maker wins river order</h1>
                <div class="byline">Ada Lindqvist</div><time>4 March 2025</time>
                %s
                <h2>What comes next</h2>
                <ul><li>More spindles are on their way to the plant.</li></ul>
                <aside class="related"><h3>Related</h3><a href="/x">Another story about something else</a></aside>
                </article>
                <footer>All rights reserved. Imprint.</footer></body></html>""".formatted(Prose.paragraphs(1, 4)));

        assertThat(article)
                .isEqualTo(new ExtractedArticle(
                        URI.create("https://news.example/2025/03/valve-order"),
                        "Valve maker wins river order",
                        "Ada Lindqvist",
                        "2025-03-04T23:30:00+08:00",
                        "2025-03-05T08:00:00+08:00",
                        "en",
                        "The Works Courier",
                        URI.create("https://news.example/i/valve.jpg"),
                        "Industry",
                        List.of("valves", "rivers"),
                        Prose.text(1, 4) + "\n\nWhat comes next\n\nMore spindles are on their way to the plant.",
                        null,
                        PageVerdict.ARTICLE,
                        "running text, declared as an article",
                        Map.of(
                                "canonicalUrl", "html",
                                "title", "html",
                                "byline", "meta",
                                "published", "opengraph",
                                "updated", "opengraph",
                                "language", "html",
                                "siteName", "opengraph",
                                "image", "opengraph",
                                "section", "opengraph",
                                "tags", "opengraph")));
    }

    @Test
    void tellsNothingOfAPageThatTellsNothing() {
        ExtractedArticle article = extractor.extract(new PageSource(null, null, new byte[0]));

        assertThat(article)
                .isEqualTo(new ExtractedArticle(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "",
                        null,
                        PageVerdict.NOT_AN_ARTICLE,
                        "the page shows no text",
                        Map.of()));
    }

    @Test
    void takesTheDeclaredBodyWhereThePageIsDrawnByScript() {
        ExtractedArticle article = extract("""
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Spindles",
                "articleBody":"%s\\n%s"}</script><div id="app">Loading</div>""".formatted(Prose.paragraph(1), Prose.paragraph(2)));

        assertThat(article.text()).isEqualTo(Prose.text(1, 2));
    }

    private ExtractedArticle extract(String html, int status, FeedHint feed) {
        return extractor.extract(new PageSource(
                URI.create("https://news.example/a/valve-order"),
                "text/html",
                html.getBytes(StandardCharsets.UTF_8),
                status,
                feed));
    }

    private static String page(String head, String heading) {
        return "<html lang=en><head>" + head + "</head><body><article>" + heading + Prose.paragraphs(1, 4)
                + "</article></body></html>";
    }

    @Test
    void readsNoArticleOutOfWhatIsNoPage() {
        var random = new byte[100_000];
        new Random(20260304).nextBytes(random);
        byte[] pdf = ("%PDF-1.7\n" + Prose.paragraphs(1, 4)).getBytes(StandardCharsets.UTF_8);
        var feed = new FeedHint("Works report for March", null);

        ExtractedArticle nothing = extractor.extract(new PageSource(null, null, random));
        ExtractedArticle document = extractor.extract(new PageSource(null, "text/html", pdf, 200, feed));
        ExtractedArticle named = extractor.extract(
                new PageSource(null, "application/pdf", page("", "").getBytes(StandardCharsets.UTF_8), 200, feed));

        assertThat(nothing.verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
        assertThat(nothing.verdictReason()).isEqualTo("its content is data that is no text, not a web page");
        assertThat(nothing.title()).isNull();
        assertThat(document.verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
        assertThat(document.verdictReason()).isEqualTo("its content is a PDF document, not a web page");
        assertThat(document.text()).isEmpty();
        assertThat(document.title()).isEqualTo("Works report for March");
        assertThat(document.origins()).containsOnly(Map.entry("title", "feed"));
        assertThat(named.verdictReason()).isEqualTo("it is a PDF document, not a web page");
    }

    @Test
    void readsPagesWhoseEncodingIsNotTheOneToldOrNotTold() {
        String chinese = "<p>" + "這家工廠在河邊為客戶生產新的機器，今年的訂單比去年多了一倍。".repeat(6) + "</p>";
        for (String charset : List.of("Big5", "UTF-16LE", "UTF-16BE", "UTF-16")) {
            byte[] body = ("<!doctype html><html><head><title>工廠接到新的訂單</title></head><body><h1>工廠接到新的訂單</h1>" + chinese)
                    .getBytes(Charset.forName(charset));

            ExtractedArticle article = extractor.extract(new PageSource(null, "text/html; charset=utf-8", body));

            assertThat(article.verdict()).as(charset).isEqualTo(PageVerdict.ARTICLE);
            assertThat(article.title()).as(charset).isEqualTo("工廠接到新的訂單");
            assertThat(article.text()).as(charset).startsWith("這家工廠在河邊");
        }
    }

    @Test
    void keepsTheHeadlineThatThePageConfirmsTwiceHoweverTheFeedCallsIt() {
        String html =
                page("<meta property='og:title' content='Valve maker wins order'>", "<h1>Valve maker wins order</h1>");

        ExtractedArticle article = extract(html, 200, new FeedHint("Big day at the river", null));

        assertThat(article.title()).isEqualTo("Valve maker wins order");
        assertThat(article.origins()).containsEntry("title", "html");
    }

    @Test
    void letsTheFeedDecideBetweenTheTitlesOfThePage() {
        String html = page("<title>Valve maker wins order - News</title>", "<h1>Industry today</h1>");

        assertThat(extract(html, 200, new FeedHint("Valve maker wins order", null))
                        .title())
                .startsWith("Valve maker wins order");
        assertThat(extract(page("", "<h1>Industry today</h1>"), 200, new FeedHint("Valve maker wins order", null))
                        .origins())
                .containsEntry("title", "feed");
    }

    @Test
    void takesTheMomentOfTheFeedForADayThatIsOnlyPrinted() {
        Instant fed = Instant.parse("2025-03-04T07:00:00Z");

        ExtractedArticle printed =
                extract(page("", "<h1>Valves</h1><p>4 March 2025</p>"), 200, new FeedHint(null, fed));
        ExtractedArticle neighbour =
                extract(page("", "<h1>Valves</h1><p>5 March 2025</p>"), 200, new FeedHint(null, fed));
        ExtractedArticle event = extract(page("", "<h1>Valves</h1><p>4 May 2019</p>"), 200, new FeedHint(null, fed));
        ExtractedArticle declared = extract(
                page("<meta property='article:published_time' content='2025-03-01T08:00:00+08:00'>", "<h1>Valves</h1>"),
                200,
                new FeedHint(null, fed));

        assertThat(printed.published()).isEqualTo("2025-03-04T07:00:00Z");
        assertThat(neighbour.published()).as("the publisher's own calendar").isEqualTo("2025-03-05");
        assertThat(event.published()).isEqualTo("2025-03-04T07:00:00Z");
        assertThat(event.origins()).containsEntry("published", "feed");
        assertThat(declared.published()).isEqualTo("2025-03-01T08:00:00+08:00");
    }

    @Test
    void tellsAnErrorByItsStatusAndLeavesItsTextOut() {
        ExtractedArticle article = extract(page("", "<h1>Valves</h1>"), 503, FeedHint.NONE);

        assertThat(article.verdict()).isEqualTo(PageVerdict.ERROR_PAGE);
        assertThat(article.verdictReason()).contains("503");
        assertThat(article.title()).isEqualTo("Valves");
        assertThat(article.text()).isEmpty();
        assertThat(article.cut()).isNull();
    }

    @Test
    void saysHowMuchOfATextWithoutEndWasLeftOut() {
        String sentences = " tells that the mill adds a line, and another line after it.".repeat(40);
        String html = IntStream.range(0, 500)
                .mapToObj(number -> "<p>Paragraph " + number + sentences + "</p>")
                .collect(Collectors.joining("", "<article><h1>Lines</h1>", "</article>"));

        ExtractedArticle article = extract(html, 200, FeedHint.NONE);

        assertThat(article.text()).hasSizeLessThanOrEqualTo(ArticleExtractor.LONGEST_TEXT);
        assertThat(article.cut()).isNotNull().isPositive();
        assertThat(article.text()).endsWith("after it.");
    }

    @Test
    void saysThatAPageOfTooManyTagsWasNotReadToItsEnd() {
        String body = "<h1>Lines</h1>" + Prose.paragraphs(1, 3);
        String tags = "<br>".repeat(200_000);

        ExtractedArticle cut = extract(body + tags + "<p>The end of it.</p>", 200, FeedHint.NONE);
        ExtractedArticle empty = extract(body + tags + "<p>\n</p>", 200, FeedHint.NONE);

        assertThat(cut.text()).isEqualTo(Prose.text(1, 3));
        assertThat(cut.cut()).isEqualTo("Theendofit.".length());
        assertThat(empty.cut()).as("nothing but markup was left out").isNull();
    }

    // P6, as far as what is stored: nothing that a page says of itself is markup, a script address, or a trick.
    @Test
    void storesNoMarkupNoScriptAddressAndNoControlCharacters() {
        String evil = "<img src=x onerror=alert(1)><scr<script>ipt>alert(2)</script>\u0000\u0007\u202E";
        String json = evil.replace("\u0000", "")
                .replace("\u0007", "")
                .replace("\u202E", "")
                .replace("<", "\\u003c");
        String html = "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Valves "
                + json + " win\",\"author\":{\"name\":\"Ada " + json + "\"},\"publisher\":{\"name\":\"Courier " + json
                + "\"},\"articleSection\":\"Trade " + json + "\",\"keywords\":[\"" + json
                + "rivers\"],\"image\":\"javascript:alert(3)\",\"url\":\"javascript:alert(4)\"}</script>"
                + "<meta property='og:image' content='data:image/svg+xml,<svg onload=alert(5)>'></head><body><article>"
                + Prose.paragraphs(1, 3) + "</article></body></html>";

        ExtractedArticle article = extract(html, 200, new FeedHint(null, null));

        assertThat(article.title()).startsWith("Valves").endsWith("win");
        assertThat(List.of(
                        String.valueOf(article.title()),
                        String.valueOf(article.byline()),
                        String.valueOf(article.siteName()),
                        String.valueOf(article.section()),
                        article.tags().toString(),
                        article.text()))
                .allSatisfy(text -> assertThat(text).doesNotContain("<", "onerror", "\u0000", "\u0007", "\u202E"));
        assertThat(article.image()).isNull();
        assertThat(article.canonicalUrl()).isNull();
    }
}
