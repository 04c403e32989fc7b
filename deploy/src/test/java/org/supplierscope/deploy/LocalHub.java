package org.supplierscope.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A site with one feed and the hub that the feed names, on loopback. The hub does what WebSub asks of one, or
/// refuses every request with a status.
final class LocalHub implements AutoCloseable {

    /// What the hub grants, in seconds, whatever was asked for.
    static final long LEASE = 3600;

    private final HttpServer site = server();
    private final HttpServer hub = server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger polls = new AtomicInteger();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final List<String> echoes = new CopyOnWriteArrayList<>();

    /// @param refusal the status that every request gets; 202 for a hub that works
    LocalHub(int refusal) throws IOException {
        site.createContext("/", exchange -> send(exchange, 404, ""));
        site.createContext("/feed", exchange -> {
            polls.incrementAndGet();
            send(
                    exchange,
                    200,
                    "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><link rel='hub' href='"
                            + address(hub, "/hub") + "'/><link rel='self' href='" + feed() + "'/></feed>");
        });
        hub.createContext("/hub", exchange -> {
            Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            requests.add(form);
            send(exchange, refusal, "");
            if (refusal == 202) {
                verify(form);
            }
        });
        site.start();
        hub.start();
    }

    private static HttpServer server() throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }
        return fields;
    }

    /// Asks whether the request was meant, and notes what it is answered.
    private void verify(Map<String, String> form) throws IOException {
        String challenge = "challenge-" + requests.size();
        String query = "?hub.mode=subscribe&hub.topic=" + URLEncoder.encode(form.getOrDefault("hub.topic", ""), UTF_8)
                + "&hub.challenge=" + challenge + "&hub.lease_seconds=" + LEASE;
        HttpResponse<String> answer = call(HttpRequest.newBuilder(URI.create(form.get("hub.callback") + query)));
        echoes.add(answer.statusCode() == 200 && answer.body().equals(challenge) ? "echoed" : "not echoed");
    }

    private HttpResponse<String> call(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Tells of news.
    ///
    /// @return the status of the answer
    int tell(String callback, String secret) throws Exception {
        byte[] body = "<feed/>".getBytes(UTF_8);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return call(HttpRequest.newBuilder(URI.create(callback))
                        .header("X-Hub-Signature", "sha256=" + HexFormat.of().formatHex(mac.doFinal(body)))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
                .statusCode();
    }

    URI feed() {
        return address(site, "/feed");
    }

    List<String> authorities() {
        return List.of(feed().getAuthority(), address(hub, "").getAuthority());
    }

    /// How often the feed was asked.
    int polls() {
        return polls.get();
    }

    /// What the hub was asked, field by field.
    List<Map<String, String>> requests() {
        return new ArrayList<>(requests);
    }

    /// How its verifications were answered.
    List<String> echoes() {
        return List.copyOf(echoes);
    }

    private static URI address(HttpServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        client.close();
        site.stop(0);
        hub.stop(0);
    }
}
