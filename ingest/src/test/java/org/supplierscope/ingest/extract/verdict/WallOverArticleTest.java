package org.supplierscope.ingest.extract.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.extract.ArticleExtractor;
import org.supplierscope.ingest.extract.ExtractedArticle;
import org.supplierscope.ingest.extract.PageSource;
import org.supplierscope.ingest.extract.Prose;
import org.supplierscope.ingest.published.PageVerdict;

/// P10: walls that are sent with the structured data of the article that they stand before. What the page shows
/// decides, not what it declares.
class WallOverArticleTest {

    private static ExtractedArticle extract(String headline, String further, String body) {
        String html = """
                <html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"%s",
                "datePublished":"2025-03-04T10:00:00+01:00"%s}</script></head><body><h1>%s</h1>%s</body></html>""".formatted(headline, further, headline, body);
        return new ArticleExtractor()
                .extract(new PageSource(null, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
    }

    // P10
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>We value your privacy. With your choice we and our 512 partners store cookies on this device.</p>"
                        + "<p>Cookies help us to measure how many people read our pages and which ones.</p>"
                        + "<button>Accept all</button><button>Manage options</button>",
                "<div><p>Wir und unsere 90 Partner setzen Cookies ein, um unser Angebot zu finanzieren.</p>"
                        + "<p>Ihre Privatsphäre ist uns wichtig.</p><button>Alle akzeptieren</button></div>",
                "<div><p>Votre vie privée est importante pour nous.</p><p>Nous et nos 77 partenaires déposons des cookies"
                        + " sur cet appareil.</p><button>Tout accepter</button></div>",
                "<div><p>Tu privacidad es importante para nosotros.</p><p>Nosotros y nuestros 31 socios guardamos cookies"
                        + " en este equipo.</p><button>Aceptar todo</button></div>"
            })
    void takesADatedArticleOfWhichOnlyTheConsentWallIsShownForAWall(String wall) {
        ExtractedArticle article = extract("Pump maker doubles its second shift", "", wall);

        assertThat(article.verdict()).as(article.verdictReason()).isEqualTo(PageVerdict.CONSENT_WALL);
        assertThat(article.text()).isEmpty();
        assertThat(article.published()).isEqualTo("2025-03-04T10:00:00+01:00");
    }

    // P10
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>You need to enable JavaScript to go on reading.</p>",
                "<p>Bitte aktivieren Sie JavaScript, um fortzufahren.</p>",
                "<p>Verify you are human by completing the action below.</p>"
            })
    void takesADatedArticleOfWhichOnlyADemandIsShownForAnErrorPage(String demand) {
        ExtractedArticle article = extract("Pump maker doubles its second shift", "", demand);

        assertThat(article.verdict()).as(article.verdictReason()).isEqualTo(PageVerdict.ERROR_PAGE);
        assertThat(article.text()).isEmpty();
    }

    // P10
    @Test
    void takesAFewWordsBesideAWallForAStubByTheWordsThatAreDeclared() {
        String offer =
                "<div class=offer><p>Already a subscriber? Log in</p><p>All stories for 9 francs a month.</p></div>";
        String teaser = "<p>" + Prose.paragraph(1) + "</p>";

        ExtractedArticle counted = extract("Pump maker doubles its shift", ",\"wordCount\":900", teaser + offer);
        ExtractedArticle whole = extract("Pump maker doubles its shift", ",\"wordCount\":32", teaser + offer);

        assertThat(counted.verdict()).as(counted.verdictReason()).isEqualTo(PageVerdict.PAYWALL_STUB);
        assertThat(counted.text()).isEqualTo(Prose.paragraph(1));
        assertThat(whole.verdict()).as(whole.verdictReason()).isEqualTo(PageVerdict.ARTICLE);
    }

    // P10
    @Test
    void keepsNoTextOfAStubThatShowsItsWallAlone() {
        ExtractedArticle article = extract(
                "Pump maker doubles its second shift",
                ",\"isAccessibleForFree\":false,\"wordCount\":900",
                "<div><p>Subscribe to read the rest of this story and of all others that we print, every day.</p>"
                        + "<p>Cancel whenever you like, with a single call or letter.</p></div>");

        assertThat(article.verdict()).as(article.verdictReason()).isEqualTo(PageVerdict.PAYWALL_STUB);
        assertThat(article.text()).isEmpty();
    }

    @Test
    void keepsAShortArticleAboutWhatWallsSay() {
        String banner = "<div class=banner><p>We value your privacy.</p><button>Accept all</button></div>";

        ExtractedArticle cookies = extract(
                "Court bans cookies before consent",
                "",
                "<article><p>We value your privacy, the banner said, and set cookies all the same.</p><p>The judges"
                        + " held that cookies must wait for a click.</p></article>" + banner);
        ExtractedArticle retailer = extract(
                "Retailer is fined",
                "",
                "<article><p>The office in Lund fined a retailer over the cookies that its shop sets before anyone"
                        + " has agreed.</p><p>It may appeal the fine for its cookies until May.</p></article>"
                        + banner);
        ExtractedArticle service = extract(
                "Refinery stands still",
                "",
                "<article><p>The refinery at the river mouth is down for maintenance until the first week of May, its"
                        + " operator said on Monday.</p></article>");

        assertThat(cookies.verdict()).as(cookies.verdictReason()).isEqualTo(PageVerdict.ARTICLE);
        assertThat(retailer.verdict()).as(retailer.verdictReason()).isEqualTo(PageVerdict.ARTICLE);
        assertThat(service.verdict()).as(service.verdictReason()).isEqualTo(PageVerdict.ARTICLE);
        assertThat(service.text()).startsWith("The refinery");
    }
}
