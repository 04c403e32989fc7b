package org.supplierscope.deploy.newsroom;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Serves one site over HTTP on loopback.
final class SiteServer implements AutoCloseable {

    private final Site site;
    private final NewsCalendar calendar;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("newsroom-", 0).factory());
    private final Map<String, Page> pages = new HashMap<>();

    /// A file of the site.
    private record Page(String contentType, String body) {}

    private SiteServer(Site site, NewsCalendar calendar, HttpServer server) {
        this.site = site;
        this.calendar = calendar;
        this.server = server;
    }

    /// Opens a site.
    ///
    /// @param calendar says by how much the site's dates are moved
    /// @param port 0 for any that is free
    /// @throws java.net.BindException when the port is taken
    static SiteServer open(Site site, NewsCalendar calendar, int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        var opened = new SiteServer(site, calendar, HttpServer.create(address, 0));
        opened.fill();
        opened.server.setExecutor(opened.threads);
        opened.server.createContext("/", opened::answer);
        opened.server.start();
        return opened;
    }

    Site site() {
        return site;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String origin() {
        return "http://127.0.0.1:" + port();
    }

    private void fill() {
        var templates = new SiteTemplates(site, calendar, origin());
        pages.put("/", new Page("text/html; charset=utf-8", templates.home()));
        pages.put(site.feedPath(), new Page("application/xml; charset=utf-8", templates.feed()));
        pages.put("/robots.txt", new Page("text/plain; charset=utf-8", templates.robots()));
        for (Piece piece : site.pieces()) {
            pages.put(site.path(piece), new Page("text/html; charset=utf-8", templates.article(piece)));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Page page = pages.get(exchange.getRequestURI().getPath());
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (!head && !exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            Page sent = page == null ? new Page("text/html; charset=utf-8", "<h1>Not found</h1>") : page;
            byte[] body = sent.body().getBytes(StandardCharsets.UTF_8);
            String etag = "\"" + Integer.toHexString(sent.body().hashCode()) + "\"";
            exchange.getResponseHeaders().set("Content-Type", sent.contentType());
            exchange.getResponseHeaders().set("ETag", etag);
            if (page != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.sendResponseHeaders(page == null ? 404 : 200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
