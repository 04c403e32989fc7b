package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supplierscope.ingest.SettableClock;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.fetch.RobotsCache.Permission;

class RobotsCacheTest {

    private static final URI ARTICLE = URI.create("https://example.org/news/a");
    private static final URI PRIVATE = URI.create("https://example.org/private/a");

    private final SettableClock clock = new SettableClock();
    private final RobotsCache robots = new RobotsCache(clock);

    private static Fetched text(String rules) {
        return text("text/plain", rules.getBytes(StandardCharsets.UTF_8));
    }

    private static Fetched text(String contentType, byte[] rules) {
        return new Fetched(ARTICLE, 200, List.of(Map.entry("Content-Type", contentType)), rules);
    }

    private Permission permission(URI url) {
        return Objects.requireNonNull(robots.permission(url), "the rules are known");
    }

    @Test
    void knowsNothingOfASiteThatWasNotAsked() {
        robots.remember(ARTICLE, text(""));

        assertThat(robots.permission(URI.create("https://example.net/"))).isNull();
        assertThat(robots.permission(URI.create("http://example.org/"))).isNull();
        assertThat(robots.permission(URI.create("https://example.org:8443/"))).isNull();
    }

    @Test
    void standsAtTheRootOfTheSite() {
        assertThat(RobotsCache.addressFor(URI.create("http://example.org:81/a/b?c#d")))
                .hasToString("http://example.org:81/robots.txt");
    }

    @Test
    void keepsTheRulesForUsBeforeThoseForAll() {
        robots.remember(
                ARTICLE, text("User-agent: *\nDisallow: /\n\nUser-Agent: SupplierScope\nDisallow: /private/\n"));

        assertThat(permission(ARTICLE).allowed()).isTrue();
        assertThat(permission(PRIVATE).allowed()).isFalse();
        assertThat(permission(PRIVATE).deferral()).isNull();
    }

    @Test
    void keepsTheRulesForAllWhenThereAreNoneForUs() {
        robots.remember(
                ARTICLE,
                text("User-agent: other\nAllow: /\n\nUser-agent: *\nDisallow: /private\nAllow: /private/a$\n"));

        assertThat(permission(URI.create("https://example.org/private/b")).allowed())
                .isFalse();
        assertThat(permission(PRIVATE).allowed()).isTrue();
        assertThat(permission(ARTICLE).allowed()).isTrue();
    }

    @Test
    void readsRulesBehindAByteOrderMarkAndTypos() {
        byte[] utf8 = "\ufeffUser-agent: *\r\nDissallow: /private/\r\n".getBytes(StandardCharsets.UTF_8);

        robots.remember(ARTICLE, text("text/plain; charset=utf-8", utf8));

        assertThat(permission(PRIVATE).allowed()).isFalse();
        assertThat(permission(ARTICLE).allowed()).isTrue();
    }

    @Test
    void takesAPageInPlaceOfRulesForNoRules() {
        robots.remember(
                ARTICLE, text("text/html", "<html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(permission(ARTICLE).allowed()).isTrue();
    }

    @Test
    void readsHalfAMebibyteOfRulesAndStops() {
        String long1 = "User-agent: *\nDisallow: /private/\n" + "# comment\n".repeat(200_000);

        robots.remember(ARTICLE, text(long1 + "Disallow: /news/\n"));

        assertThat(permission(PRIVATE).allowed()).isFalse();
        assertThat(permission(ARTICLE).allowed()).isTrue();
    }

    @Test
    void allowsEverythingWhereThereAreNoRules() {
        for (FetchOutcome none : List.of(
                new Failed(Failure.CLIENT_ERROR, "404", null),
                new NotModified(List.of()),
                new Redirected(ARTICLE, false),
                text("\0\1\2\3"))) {
            robots.remember(PRIVATE, none);

            assertThat(permission(PRIVATE)).isEqualTo(new Permission(true, null, null));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Failure.class, names = "CLIENT_ERROR", mode = EnumSource.Mode.EXCLUDE)
    void allowsNothingForTenMinutesWhenTheSiteCannotSayAndTellsWhy(Failure failure) {
        robots.remember(ARTICLE, new Failed(failure, "the server failed (HTTP 503)", null));

        assertThat(permission(ARTICLE).allowed()).isFalse();
        assertThat(permission(ARTICLE).deferral()).contains("the server failed (HTTP 503)");

        clock.advance(Duration.ofMinutes(10));

        assertThat(robots.permission(ARTICLE)).isNull();
    }

    // F10
    @Test
    void asksAnUnreachableSiteLessAndLess() {
        Duration[] waits = {Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(40)};
        for (Duration wait : waits) {
            robots.remember(ARTICLE, new Failed(Failure.SERVER_ERROR, "the server failed (HTTP 500)", null));
            clock.advance(wait.minusSeconds(1));

            assertThat(permission(ARTICLE).allowed()).isFalse();

            clock.advance(Duration.ofSeconds(1));

            assertThat(robots.permission(ARTICLE)).isNull();
        }
        for (int i = 0; i < 40; i++) {
            robots.remember(ARTICLE, new Failed(Failure.SERVER_ERROR, "the server failed (HTTP 500)", null));
        }
        clock.advance(Duration.ofHours(6));

        assertThat(robots.permission(ARTICLE)).isNull();
    }

    // F10
    @Test
    void fallsBackToTheLastRulesAfterThirtyDays() {
        var down = new Failed(Failure.SERVER_ERROR, "the server failed (HTTP 500)", null);
        robots.remember(ARTICLE, text("User-agent: *\nDisallow: /private/\n"));
        clock.advance(Duration.ofDays(1));
        robots.remember(ARTICLE, down);
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        robots.remember(ARTICLE, down);

        assertThat(permission(ARTICLE).allowed()).isFalse();

        clock.advance(Duration.ofSeconds(1));

        assertThat(permission(ARTICLE)).isEqualTo(new Permission(true, null, null));
        assertThat(permission(PRIVATE).allowed()).isFalse();
    }

    @Test
    void startsAnewAfterTheSiteCameBack() {
        var down = new Failed(Failure.SERVER_ERROR, "the server failed (HTTP 500)", null);
        robots.remember(ARTICLE, down);
        clock.advance(Duration.ofDays(29));
        robots.remember(ARTICLE, text(""));
        clock.advance(Duration.ofDays(2));
        robots.remember(ARTICLE, down);

        assertThat(permission(ARTICLE).allowed()).isFalse();
    }

    // F10: rules that nobody read forbid everything rather than nothing.
    @Test
    void doesNotTakeRulesThatWereTooLargeForNone() {
        robots.remember(ARTICLE, new Refused(Refusal.TOO_LARGE, "the body is larger than 7 bytes"));

        assertThat(permission(ARTICLE).allowed()).isFalse();
        assertThat(permission(ARTICLE).deferral()).contains("larger");
    }

    @ParameterizedTest
    @CsvSource({"max-age=60, 3600", "max-age=7200, 7200", "max-age=31536000, 86400", "no-store, 3600", "x, 86400"})
    void keepsRulesAsLongAsTheSiteSaysWithinBounds(String cacheControl, long seconds) {
        var rules = new Fetched(
                URI.create("https://example.org/robots.txt"),
                200,
                List.of(Map.entry("Cache-Control", cacheControl)),
                new byte[0]);
        robots.remember(ARTICLE, rules);
        clock.advance(Duration.ofSeconds(seconds - 1));

        assertThat(robots.permission(ARTICLE)).isNotNull();

        clock.advance(Duration.ofSeconds(1));

        assertThat(robots.permission(ARTICLE)).isNull();
    }

    // F10: one request is enough for both ends of a redirect.
    @Test
    void knowsTheRulesOfTheSiteThatAnsweredForAnother() {
        byte[] rules = "User-agent: *\nDisallow: /private/\n".getBytes(StandardCharsets.UTF_8);
        URI other = URI.create("https://www.example.org/robots.txt");

        robots.remember(ARTICLE, new Fetched(other, 200, List.of(), rules));

        assertThat(permission(PRIVATE).allowed()).isFalse();
        assertThat(permission(URI.create("https://www.example.org/private/a")).allowed())
                .isFalse();
        assertThat(permission(URI.create("https://www.example.org/a")).allowed())
                .isTrue();
    }

    @Test
    void takesAPageElsewhereForNobodysRulesButTheSitesThatSentUsThere() {
        byte[] rules = "User-agent: *\nDisallow: /\n".getBytes(StandardCharsets.UTF_8);

        robots.remember(
                ARTICLE, new Fetched(URI.create("https://cdn.example.net/x/robots.txt"), 200, List.of(), rules));

        assertThat(permission(ARTICLE).allowed()).isFalse();
        assertThat(robots.permission(URI.create("https://cdn.example.net/x/a"))).isNull();
    }

    @Test
    void namesTheSitemapsAlsoWhenTheRulesAreOld() {
        robots.remember(ARTICLE, text("Sitemap: https://example.org/news.xml\n"));
        clock.advance(Duration.ofDays(2));

        assertThat(robots.sitemaps(ARTICLE)).containsExactly(URI.create("https://example.org/news.xml"));
        assertThat(robots.sitemaps(URI.create("https://example.net/"))).isEmpty();
    }

    @Test
    void saysThatTheSiteIsNotOnThePublicInternet() {
        robots.remember(ARTICLE, new Refused(Refusal.ADDRESS, "example.org leads to an address that is not public"));

        assertThat(permission(ARTICLE).deferral()).contains("not public");
    }

    @Test
    void isAskedAgainAfterADay() {
        robots.remember(ARTICLE, text("User-agent: *\nDisallow: /private/\n"));
        clock.advance(Duration.ofHours(24).minusSeconds(1));

        assertThat(permission(PRIVATE).allowed()).isFalse();

        clock.advance(Duration.ofSeconds(1));

        assertThat(robots.permission(PRIVATE)).isNull();
    }

    @Test
    void saysHowLongThePauseIs() {
        robots.remember(ARTICLE, text("User-agent: *\nCrawl-delay: 2.5\nDisallow:\n"));

        assertThat(permission(ARTICLE)).isEqualTo(new Permission(true, null, Duration.ofMillis(2500)));
    }

    @Test
    void staysOpenWhenThePauseIsLong() {
        robots.remember(ARTICLE, text("User-agent: *\nCrawl-delay: 3600\nDisallow: /private/\n"));

        assertThat(permission(ARTICLE)).isEqualTo(new Permission(true, null, Duration.ofHours(1)));
        assertThat(permission(PRIVATE).allowed()).isFalse();
    }

    @Test
    void forgivesAPauseThatIsNoNumber() {
        for (String delay : List.of("-5", "soon", "1e99", "NaN", "")) {
            robots.remember(ARTICLE, text("User-agent: *\nCrawl-delay: " + delay + "\nDisallow: /private/\n"));

            assertThat(permission(PRIVATE).allowed()).as(delay).isFalse();
        }
    }
}
