package org.supplierscope.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.source.Source;

/// What becomes of a source as its site changes. F13 of the reliability list, the burst apart.
class SourceCourseTest extends SmallWeb {

    private static Source of(String id, SourceKind kind, URI address) {
        return new Source(id, id, null, address, kind, null, true);
    }

    private void untilPolled(String what, java.util.function.BooleanSupplier holds) throws InterruptedException {
        Awaiting.until(what, () -> {
            clock.advance(Duration.ofMinutes(1));
            return holds.getAsBoolean();
        });
    }

    /// F13
    @ParameterizedTest
    @ValueSource(ints = {301, 308})
    void movesForGoodWhenTheSiteSaysSoAndTheNewAddressAnswers(int status) throws Exception {
        LocalWeb old = site();
        LocalWeb current = site().feed("/real", "/a").page("/a", 200, "<p>x");
        old.redirect("/feed", status, current.url("/real").toString());

        crawl(List.of(source("one", old)), () -> {
            untilPolled("polls of the new address", () -> current.asked("/real") >= 3);
        });

        assertThat(old.asked("/feed")).isEqualTo(1);
        assertThat(status("one").feed()).isEqualTo(current.url("/real"));
        assertThat(status("one").movedFrom()).isEqualTo(old.url("/feed"));
        assertThat(status("one").error()).isNull();
    }

    /// F13
    @Test
    void doesNotMoveToWhatIsNoFeed() throws Exception {
        LocalWeb old = site();
        LocalWeb parked = site().page("/sale", 200, "<!doctype html><html><body><h1>This domain is for sale</h1>");
        old.redirect("/feed", 301, parked.url("/sale").toString());

        crawl(List.of(source("one", old)), () -> {
            untilPolled("two polls", () -> old.asked("/feed") >= 2);
        });

        assertThat(status("one").feed()).isEqualTo(old.url("/feed"));
        assertThat(status("one").movedFrom()).isNull();
        assertThat(status("one").error()).isNotNull();
    }

    /// F13
    @Test
    void movesAsFarAsTheRedirectsArePermanent() throws Exception {
        LocalWeb old = site();
        LocalWeb current = site();
        LocalWeb cdn = site().feed("/cached", "/a").page("/a", 200, "<p>x");
        old.redirect("/feed", 301, current.url("/feed").toString());
        current.redirect("/feed", 302, cdn.url("/cached").toString());

        crawl(List.of(source("one", old)), () -> {
            untilPolled("polls", () -> cdn.asked("/cached") >= 3);
        });

        assertThat(status("one").feed()).isEqualTo(current.url("/feed"));
        assertThat(old.asked("/feed")).isEqualTo(1);
        assertThat(current.asked("/feed")).isGreaterThanOrEqualTo(2);
    }

    /// F13
    @Test
    void endsWhenItIsGoneAndComesBackWhenItIsResumed() throws Exception {
        LocalWeb site = site().feed("/feed", "/a").page("/a", 200, "<p>x");

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until("the page", () -> held.pages().size() == 1);
            site.page("/feed", 410, "gone");
            untilPolled("the end", () -> status("one").state() == SourceState.ENDED);
            long asked = site.asked("/feed");
            for (int i = 0; i < 50; i++) {
                clock.advance(Duration.ofHours(1));
                Thread.sleep(2);
            }
            assertThat(site.asked("/feed")).isEqualTo(asked);
            assertThat(status("one").stateReason()).contains("410");

            site.feed("/feed", "/a", "/b").page("/b", 200, "<p>y");
            ledgers.register().resume("one");
            Awaiting.until("the next page", () -> held.pages().size() == 2);
        });

        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
        assertThat(status("one").error()).isNull();
    }

    @Test
    void isAnErrorThatStaysWhenItIsNotFound() throws Exception {
        LocalWeb site = site();

        crawl(List.of(source("one", site)), () -> {
            untilPolled("three polls", () -> site.asked("/feed") >= 3);
            Awaiting.until("told", () -> status("one").error() != null);
        });

        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
        assertThat(status("one").error()).contains("404");
        assertThat(status("one").errorSince()).isBefore(status("one").lastPoll());
        assertThat(status("one").nextPoll()).isAfter(status("one").lastPoll());
    }

    /// F13
    @Test
    void isInErrorWhenAPageStandsInPlaceOfItsFeed() throws Exception {
        LocalWeb site = site().page(
                        "/feed",
                        200,
                        "<!doctype html><html><head><title>News</title></head><body><a href='/a'>A long headline</a>");

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until("a reason", () -> status("one").error() != null);
        });

        assertThat(status("one").error()).contains("not a feed");
        assertThat(status("one").waiting()).isZero();
    }

    @Test
    void readsANewsSitemapAndWhatItsIndexNames() throws Exception {
        LocalWeb site = site();
        String day = clock.instant().toString().substring(0, 10);
        site.page("/index.xml", 200, """
                <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%s</loc><lastmod>%s</lastmod></sitemap>
                <sitemap><loc>%s</loc><lastmod>2019-01-01</lastmod></sitemap></sitemapindex>""".formatted(site.url("/today.xml"), day, site.url("/old.xml")));
        site.page("/today.xml", 200, """
                <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>%s</loc><lastmod>%s</lastmod></url>
                <url><loc>%s</loc><lastmod>2018-05-05</lastmod></url></urlset>""".formatted(site.url("/a"), day, site.url("/long-ago")));
        site.page("/a", 200, "<p>x").page("/long-ago", 200, "<p>y");

        crawl(List.of(of("map", SourceKind.SITEMAP, site.url("/index.xml"))), () -> {
            Awaiting.until("the page", () -> held.pages().size() == 1);
            untilPolled("the next poll", () -> site.asked("/today.xml") >= 2);
        });

        assertThat(held.paths()).containsExactly("/a");
        assertThat(site.asked("/old.xml")).isZero();
        assertThat(status("map").error()).isNull();
    }

    @Test
    void findsThatTheSiteWasItsFeedAllAlong() throws Exception {
        LocalWeb site = site().feed("/", "/a").page("/a", 200, "<p>x");

        crawl(List.of(of("site", SourceKind.SITE, site.url("/"))), () -> {
            Awaiting.until("the page", () -> held.pages().size() == 1);
        });

        assertThat(status("site").kind()).isEqualTo(SourceKind.FEED);
        assertThat(status("site").feed()).isEqualTo(site.url("/"));
    }

    @Test
    void findsTheSitemapThatTheSitesRobotsRulesName() throws Exception {
        LocalWeb site = site();
        site.page("/robots.txt", 200, "User-agent: *\nDisallow: /private\nSitemap: " + site.url("/news-map.xml"));
        site.page("/", 200, "<html><body><p>Welcome to our paper");
        site.page("/news-map.xml", 200, """
                <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>%s</loc></url></urlset>""".formatted(site.url("/a")));
        site.page("/a", 200, "<p>x");

        crawl(List.of(of("site", SourceKind.SITE, site.url("/"))), () -> {
            Awaiting.until("the page", () -> held.pages().size() == 1);
        });

        assertThat(status("site").kind()).isEqualTo(SourceKind.SITEMAP);
        assertThat(status("site").feed()).isEqualTo(site.url("/news-map.xml"));
        assertThat(status("site").home()).isEqualTo(site.url("/"));
        assertThat(site.shortestGap()).isGreaterThan(PAUSE.dividedBy(2));
    }

    @Test
    void findsTheFeedThatAPageNamesAfterOthersThatAreGone() throws Exception {
        LocalWeb site = site().feed("/all.rss", "/a").page("/a", 200, "<p>x");
        site.page("/", 200, """
                <html><head><title>Paper</title>
                <link rel="alternate" type="application/rss+xml" href="/gone.rss">
                <link rel="alternate" type="application/rss+xml" href="/all.rss">
                </head><body><p>Welcome""");

        crawl(List.of(of("site", SourceKind.SITE, site.url("/"))), () -> {
            Awaiting.until("the page", () -> held.pages().size() == 1);
        });

        assertThat(status("site").kind()).isEqualTo(SourceKind.FEED);
        assertThat(status("site").feed()).isEqualTo(site.url("/all.rss"));
        assertThat(site.asked("/gone.rss")).isEqualTo(1);
    }

    @Test
    void endsWhenWhatItsSiteOffersIsReadAlready() throws Exception {
        LocalWeb site = site().feed("/feed", "/a").page("/a", 200, "<p>x");
        site.page("/", 200, """
                <html><head><title>Paper</title>
                <link rel="alternate" type="application/rss+xml" href="/feed">
                </head><body><p>Welcome""");

        crawl(List.of(source("one", site), of("site", SourceKind.SITE, site.url("/"))), () -> {
            Awaiting.until("the end", () -> status("site").state() == SourceState.ENDED);
        });

        assertThat(status("site").stateReason()).contains("'one'");
        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
    }

    @Test
    void readsTheArticlesOfAPageWithoutAFeed() throws Exception {
        LocalWeb site = site();
        String[] words = {"harbour", "engine", "lantern", "copper", "market", "orchard", "signal", "window"};
        var list = new StringBuilder("<html><head><title>News</title></head><body><ul class='news'>");
        for (int i = 0; i < words.length; i++) {
            String path = "/news/2026/03/0" + (i + 1) + "/the-" + words[i] + "-makers-report-a-better-year";
            list.append("<li><a href='")
                    .append(path)
                    .append("'>The ")
                    .append(words[i])
                    .append(" makers report a better year than the last</a></li>");
            site.page(path, 200, "<p>" + words[i]);
        }
        site.page("/", 200, list.append("</ul></body></html>").toString());

        crawl(List.of(of("site", SourceKind.SITE, site.url("/"))), () -> {
            Awaiting.until("the pages", () -> held.pages().size() == words.length);
        });

        assertThat(status("site").kind()).isEqualTo(SourceKind.PAGE);
        assertThat(status("site").feed()).isEqualTo(site.url("/"));
    }

    /// F12
    @Test
    void doesNotFollowAddressesThatAreMadeWithoutEnd() throws Exception {
        LocalWeb site = site();
        site.feed("/feed", "/a", "/x/y/x/y/x/y/x/y/x/y/page", "/b")
                .page("/a", 200, "<p>x")
                .page("/b", 200, "<p>y");

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until("two pages", () -> held.pages().size() == 2);
            Awaiting.until("told", () -> status("one").leftOut() != null);
        });

        assertThat(status("one").leftOut()).isEqualTo(1);
        assertThat(status("one").failed()).isZero();
    }

    /// F11: a listing of a hundred thousand holds up no other source, and says what it left out.
    @Test
    void aListingWithoutEndHoldsUpNoOther() throws Exception {
        LocalWeb flood = site();
        LocalWeb quick = site().feed("/feed", "/a").page("/a", 200, "<p>x");
        var map =
                new StringBuilder("<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>");
        for (int i = 0; i < 1_500; i++) {
            map.append("<url><loc>").append(flood.url("/" + i)).append("</loc></url>");
        }
        flood.page("/map.xml", 200, map.append("</urlset>").toString());

        crawl(List.of(of("flood", SourceKind.SITEMAP, flood.url("/map.xml")), source("quick", quick)), () -> {
            Awaiting.until("the flood is known", () -> status("flood").leftOut() != null);
            Awaiting.until("the other's page", () -> held.pages().size() >= 1);
        });

        assertThat(status("flood").leftOut()).isEqualTo(500);
        assertThat(status("flood").waiting() + status("flood").failed()).isEqualTo(1_000);
        assertThat(held.paths()).contains("/a");
    }

    @Test
    void saysThatNothingWasFoundAtASite() throws Exception {
        LocalWeb site = site().page("/", 200, "<html><body><p>Under construction");

        crawl(List.of(of("site", SourceKind.SITE, site.url("/"))), () -> {
            Awaiting.until("a reason", () -> {
                clock.advance(Duration.ofSeconds(1));
                return status("site").error() != null;
            });
        });

        assertThat(status("site").error()).contains("no feed, sitemap or list of articles");
        assertThat(status("site").kind()).isEqualTo(SourceKind.SITE);
    }
}
