package org.supplierscope.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.source.Source;

/// The crawl when sites, the sink or the process fail.
class CrawlTroubleTest extends SmallWeb {

    @Test
    void asksNothingOfASiteWhoseRulesCannotBeReadAndSaysWhy() throws Exception {
        LocalWeb site = site().page("/robots.txt", 500, "oops").feed("/feed", "/a");

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until("a reason", () -> status("one").error() != null);
        });

        assertThat(status("one").error()).contains("robots.txt").contains("HTTP 500");
        assertThat(site.asked()).containsExactly("/robots.txt");
    }

    @Test
    void saysThatASourceIsNotOnThePublicInternet() throws Exception {
        LocalWeb closed = site();
        Source source = source("one", closed);
        sites.clear();

        crawl(List.of(source), () -> {
            Awaiting.until("a reason", () -> status("one").error() != null);
        });

        assertThat(status("one").error()).contains("not on the public internet");
        assertThat(closed.asked()).isEmpty();
    }

    @Test
    void givesUpAtOnceWhatIsNotFoundAndAfterSomeTriesWhatFails() throws Exception {
        LocalWeb site = site().feed("/feed", "/gone", "/broken", "/shaky").page("/broken", 500, "x");
        site.at("/shaky", exchange -> LocalWeb.send(exchange, site.asked("/shaky") < 3 ? 503 : 200, "<p>x"));

        crawl(List.of(source("one", site)), () -> {
            untilAsTimeFlies(
                    "two given up and one stored",
                    () -> status("one").failed() == 2 && held.pages().size() == 1);
        });

        assertThat(site.asked("/gone")).isEqualTo(1);
        assertThat(site.asked("/broken")).isEqualTo(ATTEMPTS);
        assertThat(held.paths()).containsExactly("/shaky");
    }

    @Test
    void leavesASiteAloneThatAsksForIt() throws Exception {
        List<Instant> asked = new CopyOnWriteArrayList<>();
        LocalWeb site = site().feed("/feed", "/a", "/b");
        for (String path : List.of("/a", "/b")) {
            site.at(path, exchange -> {
                asked.add(clock.instant());
                exchange.getResponseHeaders().add("Retry-After", "600");
                LocalWeb.send(exchange, 429, "slowly");
            });
        }

        crawl(List.of(source("one", site)), () -> untilAsTimeFlies("asked again", () -> asked.size() >= 2));

        assertThat(Duration.between(asked.getFirst(), asked.get(1))).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void asksAFeedAgainWithinHoursWhateverItDemands() throws Exception {
        LocalWeb site = site();
        site.at("/feed", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "999999999");
            LocalWeb.send(exchange, 429, "never");
        });

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until("the first answer", () -> status("one").error() != null);
            Awaiting.until("asked again", () -> {
                clock.advance(Duration.ofMinutes(1));
                return site.asked("/feed") >= 2;
            });
        });
    }

    @Test
    void bringsAPageAgainThatCouldNotBeStoredHoweverOftenThatFails() throws Exception {
        LocalWeb site = site().feed("/feed", "/a").page("/a", 200, "<p>x");
        held.failNext(ATTEMPTS + 2);

        crawl(List.of(source("one", site)), () -> {
            untilAsTimeFlies("stored", () -> held.pages().size() == 1);
        });

        assertThat(status("one").articles()).isEqualTo(1);
    }

    @Test
    void saysWhyAFeedCannotBeRead() throws Exception {
        LocalWeb site = site().page("/feed", 200, "<html>Just a moment...</html>");

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until(
                    "told",
                    () -> held.told().containsKey("one")
                            && held.told().get("one").error() != null);
        });

        assertThat(status("one").error()).startsWith("not a feed that can be read");
        assertThat(status("one").lastSuccess()).isNull();
    }

    @Test
    void aSlowSiteSlowsNoOther() throws Exception {
        LocalWeb slow = site().at("/feed", exchange -> Thread.sleep(8_000));
        LocalWeb quick = site().feed("/feed", "/a", "/b", "/c", "/d");
        for (String path : List.of("/a", "/b", "/c", "/d")) {
            quick.page(path, 200, "<p>x");
        }

        crawl(List.of(source("slow", slow), source("quick", quick)), Duration.ofSeconds(2), () -> {
            Awaiting.until("the slow site is being asked", () -> slow.asked("/feed") == 1);
            Awaiting.until("the quick one is read", () -> held.pages().size() == 4);
            assertThat(status("slow").error()).isNull();
            Awaiting.until(
                    "the slow one is given its deadline", () -> status("slow").error() != null);
        });

        assertThat(status("slow").error()).contains("2 seconds");
    }

    @Test
    void closesSoonUnderLoadAndLosesNothing() throws Exception {
        LocalWeb stuck = site().feed("/feed", "/a").at("/a", exchange -> Thread.sleep(60_000));
        var crawl = new Crawl(List.of(source("one", stuck)), Duration.ofSeconds(50));
        Awaiting.until("the page is under way", () -> stuck.asked("/a") == 1);

        long start = System.nanoTime();
        crawl.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        stuck.page("/a", 200, "<p>x");
        ledgers.frontier().freeAll();
        crawl(List.of(source("one", stuck)), () -> {
            Awaiting.until("the page is stored after all", () -> held.pages().size() == 1);
        });
        assertThat(status("one").failed()).isZero();
    }
}
