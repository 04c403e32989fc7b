package org.supplierscope.deploy.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.supplierscope.analysis.opinion.Protocol;

/// An endpoint on loopback that answers as a test tells it, in either protocol.
public final class ModelServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile HttpHandler behaviour = exchange -> answer(exchange, 500, "");

    /// What came in.
    ///
    /// @param path asked
    /// @param authorization the header, or an empty text
    /// @param encoding the header Accept-Encoding
    /// @param cookie the header, or an empty text
    /// @param body as JSON
    public record Question(String path, String authorization, String encoding, String cookie, JsonNode body) {}

    /// Starts listening on loopback.
    public ModelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        // MissingNode for a request without a body.
        JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        questions.add(new Question(
                exchange.getRequestURI().getPath(),
                header(exchange, "Authorization"),
                header(exchange, "Accept-Encoding"),
                header(exchange, "Cookie"),
                body));
        exchange.getResponseHeaders().add("Set-Cookie", "who=you");
        try (exchange) {
            behaviour.handle(exchange);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        List<String> values = exchange.getRequestHeaders().get(name);
        return values == null ? "" : String.join(",", values);
    }

    /// Answers every question with a status and the bytes of a body.
    public ModelServer answers(int status, String body) {
        return behaves(exchange -> answer(exchange, status, body));
    }

    /// Answers every question as a model in its protocol does.
    public ModelServer says(Protocol protocol, String content) throws IOException {
        String quoted = JSON.writeValueAsString(content);
        return answers(
                200,
                switch (protocol) {
                    case OPENAI ->
                        "{\"model\":\"I-am-another\",\"choices\":[{\"finish_reason\":\"stop\",\"message\":"
                                + "{\"role\":\"assistant\",\"content\":" + quoted + "}}]}";
                    case OLLAMA ->
                        "{\"model\":\"I-am-another\",\"done\":true,\"done_reason\":\"stop\",\"message\":"
                                + "{\"role\":\"assistant\",\"content\":" + quoted + "}}";
                });
    }

    /// Does whatever it likes with the exchange.
    public ModelServer behaves(HttpHandler handler) {
        behaviour = handler;
        return this;
    }

    /// Sends a whole answer.
    public static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// Everything that was asked so far.
    public List<Question> questions() {
        return questions;
    }

    /// Such as `http://127.0.0.1:41231`.
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
