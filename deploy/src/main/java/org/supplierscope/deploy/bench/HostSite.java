package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What a host of the local web has to show: robots.txt, a feed, and articles that differ from each other in
/// every sentence. Fixed by its number, so that a host says the same after each start.
final class HostSite {

    private static final Instant FIRST = Instant.parse("2026-01-05T06:00:00Z");

    private final int number;
    private final String origin;
    private final int articles;
    private final String robots;
    private final AtomicLong calendar = new AtomicLong();
    private final Consumer<String> served;

    /// @param number tells hosts apart
    /// @param origin scheme, host and port
    /// @param articles how many it has
    /// @param robots its robots.txt
    /// @param served told the name of each article sent
    HostSite(int number, String origin, int articles, String robots, Consumer<String> served) {
        this.number = number;
        this.origin = origin;
        this.articles = articles;
        this.robots = robots;
        this.served = served;
    }

    String origin() {
        return origin;
    }

    /// The names of its articles.
    List<String> articles() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            names.add(number + "/" + i);
        }
        return names;
    }

    /// The name of the article at a path, before or after its move.
    String name(String path) {
        return number + path.substring(path.lastIndexOf('/'));
    }

    /// Whether a path is one that leads to articles.
    boolean isListing(String path) {
        return path.equals("/robots.txt") || path.equals("/feed.xml");
    }

    /// Answers honestly.
    void serve(Exchange exchange) throws IOException {
        String path = exchange.path();
        if (path.equals("/robots.txt")) {
            exchange.answer(200, "text/plain", robots);
        } else if (path.equals("/feed.xml")) {
            exchange.answer(200, "application/rss+xml; charset=utf-8", feedOf(articleLinks()));
        } else if (path.matches("/(news|archive)/\\d{1,6}")) {
            int article = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            exchange.answer(200, "text/html; charset=utf-8", page(article));
            served.accept(name(path));
        } else {
            exchange.answer(404, "text/html", "<h1>Not found</h1>");
        }
    }

    /// A feed of some addresses.
    String feedOf(List<String> links) {
        var feed = new StringBuilder("<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Host ")
                .append(number)
                .append("</title><link>")
                .append(origin)
                .append("/</link>");
        for (int i = 0; i < links.size(); i++) {
            feed.append("<item><title>")
                    .append(title(i))
                    .append("</title><link>")
                    .append(links.get(i))
                    .append("</link><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            published(i).atOffset(ZoneOffset.UTC)))
                    .append("</pubDate></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    private List<String> articleLinks() {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            links.add(origin + "/news/" + i);
        }
        return links;
    }

    /// Forty pages that were never named before.
    List<String> calendarLinks() {
        List<String> links = new ArrayList<>();
        long from = calendar.getAndAdd(40);
        for (long day = from; day < from + 40; day++) {
            links.add(origin + "/calendar/" + (2000 + day / 336) + "/" + (1 + day / 28 % 12) + "/" + (1 + day % 28));
        }
        return links;
    }

    private Instant published(int article) {
        return FIRST.plusSeconds(article * 7_200L + number);
    }

    private String title(int article) {
        return Prose.title(seed(article));
    }

    private long seed(int article) {
        return number * 100_003L + article;
    }

    private String page(int article) {
        var random = new Random(seed(article));
        var page = new StringBuilder("<!doctype html><html lang=en><head><title>")
                .append(title(article))
                .append(" | Host ")
                .append(number)
                .append("</title><meta property='article:published_time' content='")
                .append(published(article))
                .append("'></head><body><nav><a href='/'>Front</a> <a href='/feed.xml'>Feed</a></nav><article><h1>")
                .append(title(article))
                .append("</h1>");
        int paragraphs = 5 + random.nextInt(6);
        for (int i = 0; i < paragraphs; i++) {
            page.append("<p>").append(Prose.paragraph(random)).append("</p>\n");
        }
        page.append("</article><footer><p>Host ").append(number).append(" of the local web.</p>");
        for (int i = 0; i < articles; i++) {
            page.append("<a href='/news/")
                    .append(i)
                    .append("'>")
                    .append(title(i))
                    .append("</a>\n");
        }
        return page.append("</footer></body></html>").toString();
    }
}
