package org.supplierscope.ingest.extract.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.extract.ArticleExtractor;
import org.supplierscope.ingest.extract.ExtractedArticle;
import org.supplierscope.ingest.extract.FeedHint;
import org.supplierscope.ingest.extract.PageSource;
import org.supplierscope.ingest.extract.Prose;
import org.supplierscope.ingest.published.PageVerdict;

/// Verdicts on sixty labelled pages of our own, half of which were written and set aside before there were
/// rules.
class VerdictReaderTest {

    private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

    /// A labelled page.
    @SuppressWarnings("ArrayRecordComponent") // read once
    record Labelled(String file, PageVerdict verdict, URI url, byte[] body) {
        @Override
        public String toString() {
            return file;
        }
    }

    private static byte[] resource(String path) {
        try (InputStream in = Objects.requireNonNull(VerdictReaderTest.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Labelled> labelled(String set) {
        return new String(resource(set + "/pages.tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .map(parts -> new Labelled(
                        parts[0], PageVerdict.valueOf(parts[1]), URI.create(parts[2]), resource(set + "/" + parts[0])))
                .toList();
    }

    static Stream<Labelled> everyPage() {
        return Stream.concat(labelled("development").stream(), labelled("held-out").stream());
    }

    private static ExtractedArticle extracted(Labelled page) {
        return EXTRACTOR.extract(new PageSource(page.url(), "text/html; charset=utf-8", page.body()));
    }

    @Test
    void knowsThePagesThatTheRulesWereWrittenWith() {
        assertThat(labelled("development"))
                .allSatisfy(page -> assertThat(extracted(page).verdict()).isEqualTo(page.verdict()));
    }

    @Test
    void knowsNearlyEveryPageThatWasSetAside() {
        List<Labelled> pages = labelled("held-out");

        long right = pages.stream()
                .filter(page -> extracted(page).verdict() == page.verdict())
                .count();

        assertThat(right).as("right of %d", pages.size()).isGreaterThanOrEqualTo(29);
    }

    @Test
    void neverTakesAnArticleForSomethingElse() {
        assertThat(everyPage().filter(page -> page.verdict() == PageVerdict.ARTICLE))
                .hasSize(10)
                .allSatisfy(page -> assertThat(extracted(page).verdict()).isEqualTo(PageVerdict.ARTICLE));
    }

    // P10: stubs, walls and errors, never indexed as a body.
    @ParameterizedTest
    @MethodSource("everyPage")
    void keepsNoTextOfAWallOrAnErrorAndAlwaysGivesAReason(Labelled page) {
        ExtractedArticle article = extracted(page);

        assertThat(article.verdictReason()).isNotBlank();
        if (article.verdict() == PageVerdict.CONSENT_WALL || article.verdict() == PageVerdict.ERROR_PAGE) {
            assertThat(article.text()).isEmpty();
        }
    }

    @Test
    void keepsAnArticleThatIsDeclaredAsPaidAndSentWhole() {
        String html = """
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Valves","datePublished":"2025-03-04",
                "isAccessibleForFree":false}</script><article><h1>Valves</h1>%s</article>
                <div class="paywall">Already a subscriber? Sign in</div>""".formatted(Prose.paragraphs(1, 30));

        ExtractedArticle article =
                EXTRACTOR.extract(new PageSource(null, "text/html", html.getBytes(StandardCharsets.UTF_8)));

        assertThat(article.verdict()).isEqualTo(PageVerdict.ARTICLE);
    }

    @Test
    void knowsAStubByTheWordsThatItsPublisherCounted() {
        String html = """
                <script type="application/ld+json">{"@type":"NewsArticle","headline":"Valves","datePublished":"2025-03-04",
                "isAccessibleForFree":false,"wordCount":1400}</script><article><h1>Valves</h1>%s</article>""".formatted(Prose.paragraphs(1, 2));

        ExtractedArticle article =
                EXTRACTOR.extract(new PageSource(null, "text/html", html.getBytes(StandardCharsets.UTF_8)));

        assertThat(article.verdict()).isEqualTo(PageVerdict.PAYWALL_STUB);
        assertThat(article.text()).isNotBlank();
    }

    private static ExtractedArticle shown(String head, String text) {
        String html = "<html><head>" + head + "</head><body><p>" + text + "</p></body></html>";
        return EXTRACTOR.extract(new PageSource(
                URI.create("https://news.example/a/valve-order-2025"),
                "text/html",
                html.getBytes(StandardCharsets.UTF_8),
                200,
                new FeedHint("Valve maker wins order", null)));
    }

    // P10
    @ParameterizedTest
    @ValueSource(strings = {"Please wait here", "More soon.", "12:30 | Ada Lindqvist", "請稍候", "載入中，請稍候"})
    void aWholeTextOfAFewWordsIsNoArticleUnderTheFeedsTitle(String text) {
        ExtractedArticle article = shown("", text);

        assertThat(article.verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
        assertThat(article.verdictReason()).endsWith("too little to tell any news");
    }

    // P10
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Valve maker halts river plant.",
                "Valve maker's chief executive resigns.",
                "閥門廠董事長今日辭職。",
                "밸브 회사 대표 오늘 사임",
                "โรงงานวาล์วหยุดการผลิตชั่วคราว"
            })
    void oneSentenceOfBreakingNewsIsAnArticle(String text) {
        assertThat(shown("", text).verdict()).isEqualTo(PageVerdict.ARTICLE);
    }

    // P10
    @Test
    void aFlashIsAnArticleWhereThePageDeclaresOne() {
        String declared = "<meta property='article:published_time' content='2025-03-04'>";

        assertThat(shown(declared, "More soon.").verdict()).isEqualTo(PageVerdict.ARTICLE);
    }
}
