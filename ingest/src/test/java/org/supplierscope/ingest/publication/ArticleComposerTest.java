package org.supplierscope.ingest.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.publication.ArticleComposer.Composition;
import org.supplierscope.ingest.publication.ArticleComposer.Composition.Composed;
import org.supplierscope.ingest.publication.ArticleComposer.Composition.NoArticle;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

class ArticleComposerTest {

    private static final String URL = "https://www.example.org/news/7";

    private static Article composed(byte[] warc) {
        Composition composition = new ArticleComposer().compose(warc);
        assertThat(composition).isInstanceOf(Composed.class);
        return ((Composed) composition).article();
    }

    private static String reason(byte[] warc) {
        Composition composition = new ArticleComposer().compose(warc);
        assertThat(composition).isInstanceOf(NoArticle.class);
        return ((NoArticle) composition).reason();
    }

    @Test
    void composesWhatThePageAndTheCrawlKnow() {
        Article article = composed(Pages.warc(URL, Pages.html("Mill adds a line", "")));

        assertThat(article.title()).isEqualTo("Mill adds a line");
        assertThat(article.text()).contains("second line for wide strip");
        assertThat(article.sourceId()).isEqualTo("mill-news");
        assertThat(article.source()).isEqualTo("Mill News");
        assertThat(article.seen()).isEqualTo(Pages.FETCHED);
        assertThat(article.url()).hasToString(URL);
        assertThat(article.canonicalUrl()).hasToString(URL);
        assertThat(article.id()).isEqualTo(CanonicalAddress.digest(URL));
        assertThat(article.fingerprint()).isEqualTo(CanonicalAddress.digest(article.title() + "\n" + article.text()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/news/seven, https://www.example.org/news/seven",
        "https://example.org/news/7, https://example.org/news/7",
        "https://m.example.org/news/7?utm_source=x, https://m.example.org/news/7",
        "/news/seven, https://www.example.org/news/seven",
        "https://other.example/news/7, https://www.example.org/news/7",
        "https://www.example.org.evil.example/7, https://www.example.org/news/7",
        "https://www.example.org:8443/news/7, https://www.example.org/news/7",
        "https://www.example.org@evil.example/, https://www.example.org/news/7",
        "javascript:alert(1), https://www.example.org/news/7",
        "https://www.example.org/, https://www.example.org/news/7"
    })
    void isKnownByTheAddressThatThePageNamesWithinItsOwnSite(String named, String canonical) {
        String head = "<link rel=canonical href='" + named + "'>";

        assertThat(composed(Pages.warc(URL, Pages.html("Mill adds a line", head)))
                        .canonicalUrl())
                .hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.org/news/7/amp/",
                "https://amp.example.org/news/7/",
                "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/7/amp/",
                "https://www.example.org/print/news/7/"
            })
    void isTheSameArticleWhicheverFormOfThePageWasMet(String form) {
        String plain = "https://www.example.org/news/7/";
        String head = "<link rel=canonical href='" + plain + "'>";

        Article withLink = composed(Pages.warc(form, Pages.html("Mill adds a line", head)));
        Article unlinked = composed(Pages.warc(form.replace("/7/", "/20267/"), Pages.html("Mill adds a line", "")));

        assertThat(withLink.id()).isEqualTo(CanonicalAddress.digest(plain));
        assertThat(withLink.canonicalUrl()).hasToString(plain);
        assertThat(unlinked.id()).isEqualTo(CanonicalAddress.digest(plain.replace("/7/", "/20267/")));
    }

    @Test
    void takesTitleAndDateOfTheFeedWhereThePageHasNone() {
        byte[] body = Pages.html("", "").replace("<h1></h1>", "").getBytes(StandardCharsets.UTF_8);
        Instant published = Instant.parse("2026-03-03T00:00:00Z");

        Article article = composed(Pages.warc(URL, body, "text/html", "Title of the feed", published));

        assertThat(article.title()).isEqualTo("Title of the feed");
        assertThat(article.published()).isEqualTo("2026-03-03T00:00Z");
        assertThat(article.eventTime()).isEqualTo(published);
    }

    @Test
    void prefersTitleAndDateOfThePage() {
        String html = Pages.html(
                "Title of the page", "<meta property='article:published_time' content='2026-03-01T08:00:00+08:00'>");

        Article article = composed(Pages.warc(
                URL,
                html.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "Title of the feed",
                Instant.parse("2026-03-03T00:00:00Z")));

        assertThat(article.title()).isEqualTo("Title of the page");
        assertThat(article.eventTime()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    }

    @Test
    void isNoArticleWithoutTitleOrText() {
        byte[] untitled = Pages.html("", "").replace("<h1></h1>", "").getBytes(StandardCharsets.UTF_8);

        assertThat(reason(Pages.warc(URL, untitled, "text/html", null, null))).contains("title");
        assertThat(reason(Pages.warc(URL, "<title>Only a title</title>"))).contains("no text");
        assertThat(reason(Pages.warc(URL, new byte[0], "text/html", "Title", null)))
                .contains("no text");
    }

    @Test
    void isNoArticleWhenTheRecordIsNoPage() {
        assertThat(reason("rubbish".getBytes(StandardCharsets.UTF_8))).contains("not a page as the crawl stores them");
        assertThat(reason(new byte[0])).contains("not a page as the crawl stores them");
    }

    @Test
    void canAlwaysBeWrittenWhateverTheScriptsOfThePageHold() {
        String half = "\\ud83d";
        String data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Mill " + half
                + " adds a line\",\"author\":{\"name\":\"A " + half + " Writer\"},\"datePublished\":\"" + half
                + "\",\"inLanguage\":\"" + half + "\",\"publisher\":{\"name\":\"P " + half + "\"},\"articleBody\":\""
                + half + " The mill said that it would add a second line.\"}</script>";

        Article article = composed(Pages.warc(URL, Pages.html("Mill &#xD83D; adds a line", data)));

        assertThat(IngestTopics.ARTICLES.value().serializer().serialize("articles.v1", article))
                .isNotEmpty();
    }
}
