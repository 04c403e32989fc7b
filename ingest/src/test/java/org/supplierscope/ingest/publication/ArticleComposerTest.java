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
import org.supplierscope.ingest.published.PageVerdict;

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
        assertThat(article.fingerprint()).hasSize(32);
        assertThat(article.verdict()).isEqualTo(PageVerdict.ARTICLE);
        assertThat(article.verdictReason()).isNotBlank();
        assertThat(article.origins()).containsEntry("title", "html");
    }

    @Test
    void whatIsNoPageIsNoArticleUnderTheFeedsTitleEither() {
        byte[] pdf = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8);

        Article article = composed(Pages.warc(URL, pdf, "text/html", "Mill adds a line", null));

        assertThat(article.verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
        assertThat(article.tellsNews()).isFalse();
        assertThat(article.text()).isEmpty();
        assertThat(reason(Pages.warc(URL, pdf, "text/html", null, null)))
                .contains("no title")
                .contains("its content is a PDF document");
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
        assertThat(article.published()).isEqualTo("2026-03-03T00:00:00Z");
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
    void isNoArticleWithoutTitle() {
        byte[] untitled = Pages.html("", "").replace("<h1></h1>", "").getBytes(StandardCharsets.UTF_8);

        assertThat(reason(Pages.warc(URL, untitled, "text/html", null, null))).contains("title");
    }

    // P10: what stands in the place of an article is known by its title and has no text.
    @Test
    void publishesWhatIsNoArticleWithItsVerdict() {
        Article untold = composed(Pages.warc(URL, "<title>Only a title</title>"));
        Article empty = composed(Pages.warc(URL, new byte[0], "text/html", "Title of the feed", null));
        Article gone = composed(
                Pages.warc(
                        URL,
                        "<title>Page not found</title><h1>Page not found</h1><p>The page you are looking for is not here.</p>"));

        assertThat(untold.verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
        assertThat(empty.verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
        assertThat(empty.title()).isEqualTo("Title of the feed");
        assertThat(gone.verdict()).isEqualTo(PageVerdict.ERROR_PAGE);
        assertThat(gone.title()).isEqualTo("Page not found");
        assertThat(gone.text()).isEmpty();
        assertThat(gone.id()).as("a later good fetch is a revision of it").isEqualTo(untold.id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://blogs.example.com/a/1|https://www.example.com/a/1|https://www.example.com/a/1",
                "https://one.blogspot.com/a/1|https://two.blogspot.com/a/1|https://one.blogspot.com/a/1",
                "https://copy.example.net/a/1|https://www.example.com/a/1|https://copy.example.net/a/1"
            })
    void maySpeakForItsWholeDomainButForNoOtherSite(String fetched, String named, String canonical) {
        String head = "<link rel=canonical href='" + named + "'>";

        assertThat(composed(Pages.warc(fetched, Pages.html("Mill adds a line", head)))
                        .canonicalUrl())
                .hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "The mill said “yes”,The mill said \"yes\",true",
        "The mill – said yes,The mill -  said yes,true",
        "The mill said it’s on,The mill said it's on,true",
        "The mill said yes,The mill said no,false",
        "The mill said yes,The Mill said yes,false",
        "Line 12 runs,Line 13 runs,false"
    })
    void isTheSameToAReaderUnderOtherQuotesDashesAndSpaces(String before, String after, boolean same) {
        Article first = composed(Pages.warc(URL, Pages.html(before, "")));
        Article second = composed(Pages.warc(URL, Pages.html(after, "")));

        assertThat(first.fingerprint().equals(second.fingerprint())).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "3 min read, 4 min read, true",
        "12 Kommentare, 13 Kommentare, true",
        "阅读 1024, 阅读 1088, true",
        "3 dead, 4 dead, false",
        "Up 3 percent, Up 4 percent, false"
    })
    void isTheSameToAReaderWhateverACounterShows(String before, String after, boolean same) {
        assertThat(fingerprint(before).equals(fingerprint(after))).isEqualTo(same);
    }

    private static String fingerprint(String line) {
        return Fingerprint.of("Mill adds a line", "The mill adds a line.\n\n" + line, PageVerdict.ARTICLE);
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
