package org.supplierscope.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.Awaiting;

/// How hosts are treated that want to be left alone, and whose rules are elsewhere.
class MannersTest extends SmallWeb {

    private static final String CHALLENGE = "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title>"
            + "<meta name=\"robots\" content=\"noindex,nofollow\"></head><body>"
            + "<noscript>Enable JavaScript and cookies to continue</noscript>"
            + "<script>window._cf_chl_opt={cType:'managed'};</script>"
            + "<script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1\"></script></body></html>";

    /// F8: a storm of 429, 503 and challenges. The host is left alone for longer each time, no page is given
    /// up, and no challenge is stored.
    @ParameterizedTest
    @ValueSource(ints = {429, 503, 403, 200})
    void leavesAHostAloneForLongerEachTimeAndLosesNoPage(int status) throws Exception {
        int storm = 7;
        LocalWeb site = site().feed("/feed", "/a", "/b", "/c");
        List<Instant> asked = new CopyOnWriteArrayList<>();
        for (String path : List.of("/a", "/b", "/c")) {
            site.at(path, exchange -> {
                asked.add(clock.instant());
                if (asked.size() > storm) {
                    LocalWeb.send(exchange, 200, "<p>" + path);
                } else if (status == 429 || status == 503) {
                    LocalWeb.send(exchange, status, "slowly");
                } else {
                    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
                    exchange.getResponseHeaders().add("Server", "cloudflare");
                    exchange.getResponseHeaders().add("cf-mitigated", "challenge");
                    LocalWeb.send(exchange, status, CHALLENGE);
                }
            });
        }

        crawl(List.of(source("one", site)), () -> {
            untilAsTimeFlies("the first refusal", () -> status("one").backingOffUntil() != null);
            Awaiting.until("all are stored", () -> {
                clock.advance(Duration.ofSeconds(10));
                return held.pages().size() == 3;
            });
        });

        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i <= storm; i++) {
            gaps.add(Duration.between(asked.get(i - 1), asked.get(i)));
        }
        for (int i = 0; i < storm; i++) {
            assertThat(gaps.get(i)).as("gap %d of %s", i, gaps).isGreaterThanOrEqualTo(HostTrouble.backOff(i));
        }
        assertThat(status("one").failed()).isZero();
        assertThat(status("one").backingOffUntil()).as("after it answered").isNull();
        assertThat(held.pages())
                .allSatisfy(
                        page -> assertThat(new String(page.response().body(), java.nio.charset.StandardCharsets.UTF_8))
                                .startsWith("<p>/"));
    }

    /// F8: other hosts are served while one is left alone.
    @Test
    void aHostThatIsLeftAloneHoldsUpNoOther() throws Exception {
        LocalWeb grumpy = site().page("/feed", 429, "no");
        LocalWeb well = site().feed("/feed", "/a").page("/a", 200, "<p>x");

        crawl(List.of(source("grumpy", grumpy), source("well", well)), () -> {
            Awaiting.until("the other's page", () -> held.pages().size() == 1);
        });

        assertThat(status("well").error()).isNull();
    }

    /// F10: robots.txt answers 5xx for hours; the pages wait.
    @Test
    void pagesWaitAsLongAsTheirSitesRulesCannotBeRead() throws Exception {
        LocalWeb listing = site();
        LocalWeb pages = site().page("/a", 200, "<p>x").page("/robots.txt", 500, "oops");
        listing.feed("/feed", pages.url("/a").toString());

        crawl(List.of(source("one", listing)), () -> {
            Awaiting.until("robots.txt was asked often", () -> {
                clock.advance(Duration.ofMinutes(1));
                return pages.asked("/robots.txt") > ATTEMPTS + 2;
            });
            assertThat(pages.asked("/a")).isZero();
            pages.page("/robots.txt", 404, "none");
            Awaiting.until("the page", () -> {
                clock.advance(Duration.ofMinutes(1));
                return held.pages().size() == 1;
            });
        });

        assertThat(status("one").failed()).isZero();
    }

    @Test
    void pagesOfAHostThatIsAwayForADayAreNotGivenUp() throws Exception {
        LocalWeb listing = site();
        LocalWeb pages = site().page("/a", 502, "the site behind does not answer");
        listing.feed("/feed", pages.url("/a").toString());

        crawl(List.of(source("one", listing)), () -> {
            Awaiting.until("asked often", () -> {
                clock.advance(Duration.ofMinutes(10));
                return pages.asked("/a") > ATTEMPTS + 2;
            });
            pages.page("/a", 200, "<p>x");
            Awaiting.until("the page", () -> {
                clock.advance(Duration.ofMinutes(10));
                return held.pages().size() == 1;
            });
        });

        assertThat(status("one").failed()).isZero();
    }

    @Test
    void pagesOfAHostThatDoesNotComeBackAreGivenUpInTheEnd() throws Exception {
        LocalWeb listing = site();
        LocalWeb pages = site().page("/a", 503, "never again");
        listing.feed("/feed", pages.url("/a").toString());

        crawl(List.of(source("one", listing)), () -> {
            Awaiting.until("given up", () -> {
                // Slowly enough that a visit ends within its lease and the rules of robots.txt outlast the way to
                // the page: a clock that runs away from the crawl lets nobody ever ask.
                clock.advance(Duration.ofHours(5));
                LockSupport.parkNanos(Duration.ofMillis(80).toNanos());
                return status("one").failed() == 1;
            });
        });

        assertThat(status("one").waiting()).isZero();
    }

    /// A robots.txt that is redirected to another host is asked there in that host's own time.
    @Test
    void asksForRobotsOnAnotherHostWithinThatHostsPauses() throws Exception {
        LocalWeb shared = site().page("/rules", 200, "User-agent: *\nDisallow: /secret\n");
        String[] own = new String[12];
        for (int i = 0; i < own.length; i++) {
            own[i] = "/" + i;
            shared.page(own[i], 200, "<p>x");
        }
        shared.feed("/feed", own);
        List<org.supplierscope.ingest.source.Source> sources = new ArrayList<>(List.of(source("shared", shared)));
        for (int i = 0; i < 3; i++) {
            LocalWeb site = site().feed("/feed", "/open", "/secret")
                    .page("/open", 200, "<p>x")
                    .redirect("/robots.txt", shared.url("/rules").toString());
            sources.add(source("site-" + i, site));
        }

        crawl(sources, () -> {
            Awaiting.until("all pages", () -> held.pages().size() == 15);
            Awaiting.until(
                    "the secret ones are given up",
                    () -> status("site-0").failed() == 1
                            && status("site-1").failed() == 1
                            && status("site-2").failed() == 1);
        });

        assertThat(shared.mostAtOnce()).isEqualTo(1);
        assertThat(shared.shortestGap()).isGreaterThan(PAUSE.dividedBy(2));
        assertThat(shared.asked("/rules")).isEqualTo(3);
    }

    @Test
    void pausesBeforeARobotsRedirectOnTheSameHost() throws Exception {
        LocalWeb site = site().page("/rules", 200, "User-agent: *\nDisallow:\n").redirect("/robots.txt", "/rules");
        site.feed("/feed", "/a").page("/a", 200, "<p>x");

        crawl(
                List.of(source("one", site)),
                () -> Awaiting.until("the page", () -> held.pages().size() == 1));

        assertThat(site.asked()).startsWith("/robots.txt", "/rules", "/feed");
        assertThat(site.shortestGap()).isGreaterThan(PAUSE.dividedBy(2));
    }
}
