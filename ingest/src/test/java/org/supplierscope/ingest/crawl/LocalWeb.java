package org.supplierscope.ingest.crawl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// One site of a small web on loopback, which notes how politely it is asked.
final class LocalWeb implements AutoCloseable {

    /// What the site says at a path.
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Duration> gaps = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile long lastEnd;

    LocalWeb() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
        page("/robots.txt", 404, "none");
    }

    LocalWeb at(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    LocalWeb page(String path, int status, String body) {
        return at(path, exchange -> send(exchange, status, body));
    }

    LocalWeb redirect(String path, String target) {
        return redirect(path, 302, target);
    }

    LocalWeb redirect(String path, int status, String target) {
        return at(path, exchange -> {
            exchange.getResponseHeaders().add("Location", target);
            send(exchange, status, "");
        });
    }

    /// An RSS feed of links.
    LocalWeb feed(String path, String... links) {
        var items = new StringBuilder();
        for (String link : links) {
            items.append("<item><title>Title of ")
                    .append(link)
                    .append("</title><link>")
                    .append(link)
                    .append("</link></item>");
        }
        return page(path, 200, "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>");
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void serve(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        if (lastEnd != 0) {
            gaps.add(Duration.ofNanos(now - lastEnd));
        }
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        String path = exchange.getRequestURI().toString();
        asked.add(path);
        try (exchange) {
            Answer answer = answers.get(path);
            if (answer == null) {
                send(exchange, 404, "nothing here");
            } else {
                answer.to(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lastEnd = System.nanoTime();
            underWay.decrementAndGet();
        }
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    URI url(String path) {
        return URI.create("http://" + authority() + path);
    }

    /// The paths in the order in which they were asked for.
    List<String> asked() {
        return List.copyOf(asked);
    }

    long asked(String path) {
        return asked.stream().filter(path::equals).count();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    Duration shortestGap() {
        synchronized (gaps) {
            return gaps.stream().min(Duration::compareTo).orElse(Duration.ofDays(1));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
