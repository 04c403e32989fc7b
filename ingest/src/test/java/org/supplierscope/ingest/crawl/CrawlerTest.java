package org.supplierscope.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.source.Source;

/// The crawl from feeds to stored pages, in a small web on loopback.
class CrawlerTest extends SmallWeb {

    @Test
    void storesEveryArticleOnceAndAsksPolitely() throws Exception {
        List<Source> sources = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            LocalWeb site = site();
            String[] links = new String[6];
            for (int i = 0; i < links.length; i++) {
                links[i] = "/article-" + i + "?utm_source=rss";
                site.page("/article-" + i, 200, "<p>Article " + i);
            }
            site.feed("/feed", links);
            sources.add(source("site-" + s, site));
        }

        crawl(sources, () -> {
            Awaiting.until("18 pages", () -> held.pages().size() == 18);
            clock.advance(Duration.ofHours(1));
            Awaiting.until("feeds asked again", () -> sites.stream().allMatch(site -> site.asked("/feed") >= 2));
        });

        assertThat(held.pages()).hasSize(18);
        assertThat(sites).allSatisfy(site -> {
            assertThat(site.mostAtOnce()).isEqualTo(1);
            // The clock was advanced once, which cut one pause short.
            assertThat(site.asked().getFirst()).isEqualTo("/robots.txt");
            assertThat(site.asked("/robots.txt")).isEqualTo(1);
        });
        assertThat(held.pages().getFirst().feedTitle()).startsWith("Title of /article-");
        assertThat(status("site-0").articles()).isEqualTo(6);
        assertThat(status("site-0").error()).isNull();
    }

    @Test
    void pausesBetweenRequestsAlsoWhenSourcesShareASite() throws Exception {
        LocalWeb site = site();
        for (int i = 0; i < 8; i++) {
            site.page("/" + i, 200, "<p>x");
        }
        site.feed("/feed", "/0", "/1", "/2", "/3").feed("/other", "/4", "/5", "/6", "/7");

        crawl(List.of(source("one", site), new Source("two", "two", null, site.url("/other"), null)), () -> {
            Awaiting.until("8 pages", () -> held.pages().size() == 8);
        });

        assertThat(site.mostAtOnce()).isEqualTo(1);
        assertThat(site.shortestGap()).isGreaterThan(PAUSE.dividedBy(2));
    }

    @Test
    void keepsRobotsRulesAndTheirPause() throws Exception {
        LocalWeb site = site().page("/robots.txt", 200, "User-agent: *\nDisallow: /private/\nCrawl-delay: 0.15\n");
        site.feed("/feed", "/private/a", "/a").page("/a", 200, "<p>x").page("/private/a", 200, "<p>secret");

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until(
                    "one page given up",
                    () -> status("one").failed() == 1 && held.pages().size() == 1);
        });

        assertThat(held.paths()).containsExactly("/a");
        assertThat(site.asked("/private/a")).isZero();
        assertThat(site.shortestGap()).isGreaterThan(Duration.ofMillis(100));
    }

    @Test
    void givesUpWhatIsNoPageAtOnceAndTellsWhy() throws Exception {
        var random = new byte[60_000];
        new Random(20260304).nextBytes(random);
        LocalWeb site = site().feed("/feed", "/report", "/data", "/plain", "/a").page("/a", 200, "<p>x");
        site.at("/report", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/pdf");
            LocalWeb.send(exchange, 200, "%PDF-1.7");
        });
        site.at("/data", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, random.length);
            exchange.getResponseBody().write(random);
        });
        site.at("/plain", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
            LocalWeb.send(exchange, 200, "<html><p>A page whose server has no name for it.");
        });

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until(
                    "four pages settled",
                    () -> status("one").failed() + status("one").articles() == 4);
        });

        assertThat(held.paths()).containsExactlyInAnyOrder("/a", "/plain");
        assertThat(status("one").failed()).isEqualTo(2);
        assertThat(site.asked("/report")).isEqualTo(1);
        assertThat(site.asked("/data")).isEqualTo(1);
        assertThat(errors())
                .containsExactlyInAnyOrder(
                        "it is a PDF document, not a web page", "its content is data that is no text, not a web page");
    }

    private List<String> errors() throws SQLException {
        List<String> errors = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select error from request where state = 'FAILED'")) {
            while (rows.next()) {
                errors.add(rows.getString(1));
            }
        }
        return errors;
    }

    @Test
    void asksTheTargetOfARedirectByTheRulesOfItsOwnSite() throws Exception {
        LocalWeb site = site();
        LocalWeb other = site().page("/robots.txt", 200, "User-agent: *\nDisallow: /closed\n");
        site.feed("/feed", "/a", "/b", "/loop", "/inside", "/long")
                .redirect("/a", other.url("/open").toString())
                .redirect("/b", other.url("/closed").toString())
                .redirect("/loop", "/loop")
                .redirect("/inside", "http://127.0.0.1:1/latest/meta-data")
                .redirect("/long", "/" + "x".repeat(3000));
        other.page("/open", 200, "<p>open").page("/closed", 200, "<p>closed");

        crawl(List.of(source("one", site)), () -> {
            untilAsTimeFlies(
                    "all but one are given up",
                    () -> status("one").failed() == 4 && held.pages().size() == 1);
        });

        assertThat(held.pages().getFirst().response().url()).isEqualTo(other.url("/open"));
        assertThat(other.asked("/closed")).isZero();
        assertThat(site.asked("/loop")).isEqualTo(11);
        assertThat(site.asked("/long")).isEqualTo(ATTEMPTS);
    }

    @Test
    void followsAFeedThatMovesForATimeAndReturnsToItsAddress() throws Exception {
        LocalWeb site = site();
        LocalWeb other = site().feed("/real", "/a").page("/a", 200, "<p>x");
        site.redirect("/feed", other.url("/real").toString());

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until("twelve polls", () -> {
                clock.advance(Duration.ofMinutes(1));
                return other.asked("/real") >= 12;
            });
        });

        assertThat(status("one").error()).isNull();
        assertThat(site.asked("/feed")).isGreaterThanOrEqualTo(12);
    }

    @Test
    void readsAFeedOnlyWhenItHasChanged() throws Exception {
        LocalWeb site = site();
        List<String> conditions = new java.util.concurrent.CopyOnWriteArrayList<>();
        site.at("/feed", exchange -> {
            String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
            conditions.add(String.valueOf(condition));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            if (condition == null) {
                LocalWeb.send(exchange, 200, "<rss version='2.0'><channel><title>T</title></channel></rss>");
            } else {
                LocalWeb.send(exchange, 304, "");
            }
        });

        crawl(List.of(source("one", site)), () -> {
            Awaiting.until("three polls", () -> {
                clock.advance(Duration.ofMinutes(1));
                return conditions.size() >= 3;
            });
        });

        assertThat(conditions.subList(0, 3)).containsExactly("null", "\"v1\"", "\"v1\"");
        assertThat(status("one").error()).isNull();
    }
}
