package org.supplierscope.deploy.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// How a host of the local web behaves. The healthy ones serve a feed and its articles; each of the others is a
/// way in which real hosts go wrong.
enum Behaviour {
    /// Serves what it has.
    HEALTHY(true),
    /// Asks for a longer delay in its robots.txt.
    HEALTHY_WITH_DELAY(true),
    /// Sends readers of each article on to its new address.
    HEALTHY_MOVED(true) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException {
            if (exchange.path().startsWith("/news/")) {
                exchange.redirect(301, site.origin() + exchange.path().replace("/news/", "/archive/"));
            } else {
                site.serve(exchange);
            }
        }
    },
    /// Takes its time over everything.
    SLOW(false) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException, InterruptedException {
            Thread.sleep(5000);
            site.serve(exchange);
        }
    },
    /// Sends articles a byte a second.
    DRIPPING(false) {
        @Override
        void answer(Exchange exchange, HostSite site) throws IOException, InterruptedException {
            exchange.head(200, "Content-Type: text/html");
            exchange.repeat(new byte[] {'<'}, Duration.ofSeconds(1));
        }
    },
    /// Never comes to the end of an article.
    ENDLESS(false) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException, InterruptedException {
            exchange.head(200, "Content-Type: text/html");
            exchange.repeat("<p>And on it goes.</p>\n".repeat(400).getBytes(US_ASCII), Duration.ofMillis(5));
        }
    },
    /// Never comes to the end of the headers.
    ENDLESS_HEADERS(false) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException, InterruptedException {
            exchange.out().write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            exchange.repeat("X-More: and more\r\n".getBytes(US_ASCII), Duration.ofMillis(50));
        }
    },
    /// Sends articles round in a circle.
    CIRCLING(false) {
        @Override
        void answer(Exchange exchange, HostSite site) throws IOException {
            exchange.redirect(302, site.origin() + (exchange.path().endsWith("x") ? "/news/1" : "/news/1x"));
        }
    },
    /// Names new calendar pages at each poll, without end.
    TRAPPING(false) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException {
            switch (exchange.path()) {
                case "/robots.txt" -> exchange.answer(404, "text/plain", "");
                case "/feed.xml" -> exchange.answer(200, "application/rss+xml", site.feedOf(site.calendarLinks()));
                default ->
                    exchange.answer(
                            200, "text/html", "<h1>Calendar</h1><a href='" + exchange.path() + "/next'>next</a>");
            }
        }
    },
    /// Fails with an error of its own.
    FAILING(false) {
        @Override
        void answer(Exchange exchange, HostSite site) throws IOException {
            exchange.answer(500, "text/html", "<h1>Something broke</h1>");
        }
    },
    /// Asks everyone to come back later.
    OVERLOADED(false) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException {
            if (exchange.path().equals("/robots.txt")) {
                site.serve(exchange);
            } else {
                exchange.answer(503, "text/html", "<h1>Busy</h1>", "Retry-After: 20");
            }
        }
    },
    /// Hangs up instead of answering.
    HANGING_UP(false) {
        @Override
        void answer(Exchange exchange, HostSite site) {
            // The connection is closed by whoever called.
        }
    },
    /// Answers with what is no HTTP.
    BABBLING(false) {
        @Override
        void answer(Exchange exchange, HostSite site) throws IOException {
            exchange.out().write("\u0000\u0001 what? 999\r\n\r\n".getBytes(ISO_8859_1));
            exchange.out().flush();
        }
    },
    /// Promises more bytes than it sends.
    TRUNCATING(false) {
        @Override
        void answer(Exchange exchange, HostSite site) throws IOException {
            exchange.head(200, "Content-Type: text/html", "Content-Length: 100000");
            exchange.out().write("<h1>Half</h1>".getBytes(US_ASCII));
            exchange.out().flush();
        }
    },
    /// Sends ten kilobytes that become ten megabytes.
    INFLATING(false) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException {
            exchange.answer(200, "text/html", BOMB, "Content-Encoding: gzip");
        }
    },
    /// Cannot say whether anyone may ask.
    WITHOUT_RULES(false) {
        @Override
        void page(Exchange exchange, HostSite site) throws IOException {
            if (exchange.path().equals("/robots.txt")) {
                exchange.answer(500, "text/plain", "");
            } else {
                site.serve(exchange);
            }
        }
    },
    /// Wants to know whether the reader is a person.
    CHALLENGING(false) {
        @Override
        void answer(Exchange exchange, HostSite site) throws IOException {
            exchange.answer(
                    403,
                    "text/html",
                    "<html><head><title>Just a moment...</title></head><body><div id='challenge-form'>"
                            + "Enable JavaScript and cookies to continue</div></body></html>",
                    "Server: cloudflare",
                    "cf-mitigated: challenge");
        }
    };

    /// The unhealthy ones, each of which a part of the bad hosts shows.
    static final List<Behaviour> BAD =
            Arrays.stream(values()).filter(behaviour -> !behaviour.healthy).toList();

    private static final byte[] BOMB = bomb();

    private final boolean healthy;

    Behaviour(boolean healthy) {
        this.healthy = healthy;
    }

    boolean healthy() {
        return healthy;
    }

    /// Answers a request in this manner. The connection is closed afterwards.
    void answer(Exchange exchange, HostSite site) throws IOException, InterruptedException {
        if (site.isListing(exchange.path())) {
            site.serve(exchange);
        } else {
            page(exchange, site);
        }
    }

    /// Answers for what is not a way to articles.
    void page(Exchange exchange, HostSite site) throws IOException, InterruptedException {
        site.serve(exchange);
    }

    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[10 * 1024 * 1024]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
