package org.supplierscope.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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
                        "en",
                        "The Works Courier",
                        Prose.text(1, 4) + "\n\nWhat comes next\n\nMore spindles are on their way to the plant."));
    }

    @Test
    void tellsNothingOfAPageThatTellsNothing() {
        ExtractedArticle article = extractor.extract(new PageSource(null, null, new byte[0]));

        assertThat(article).isEqualTo(new ExtractedArticle(null, null, null, null, null, null, ""));
    }

    @Test
    void takesTheDeclaredBodyWhereThePageIsDrawnByScript() {
        ExtractedArticle article = extract("""
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Spindles",
                "articleBody":"%s\\n%s"}</script><div id="app">Loading</div>""".formatted(Prose.paragraph(1), Prose.paragraph(2)));

        assertThat(article.text()).isEqualTo(Prose.text(1, 2));
    }
}
