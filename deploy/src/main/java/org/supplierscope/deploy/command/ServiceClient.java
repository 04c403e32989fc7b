package org.supplierscope.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Asks a running service by its API; the options say where it is.
final class ServiceClient {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            description = "Where the service is (default: http://localhost and the port).")
    private String url = "";

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Its port (default: 8080).")
    private int port = 8080;

    /// The service does not answer, or says no. The message says what and what to do.
    static final class ServiceException extends Exception {
        private static final long serialVersionUID = 1L;

        ServiceException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// An answer.
    ///
    /// @param text as it came
    /// @param json the same, read
    record Answer(String text, JsonNode json) {}

    /// Asks for something.
    ///
    /// @param path from `/api/…` on, encoded
    Answer get(String path) throws ServiceException, InterruptedException {
        return send("GET", path, null);
    }

    /// Asks for something to be done.
    ///
    /// @param method such as POST
    /// @param path from `/api/…` on, encoded
    /// @param body sent as JSON; null for none
    Answer send(String method, String path, @Nullable Object body) throws ServiceException, InterruptedException {
        String base = url.isBlank() ? "http://localhost:" + port : url.replaceFirst("/+$", "");
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .header("Content-Type", "application/json");
            }
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer(base, response);
        } catch (ConnectException e) {
            throw new ServiceException(
                    "No service answers at " + base + ". Start one with `supplierscope demo` or `supplierscope run`,"
                            + " or say where it is with --port or --url.",
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new ServiceException("The service at " + base + " did not answer as expected: " + e.getMessage(), e);
        }
    }

    private static Answer answer(String base, HttpResponse<String> response) throws ServiceException {
        JsonNode json;
        try {
            json = JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new ServiceException("What answers at " + base + " is not Supplierscope: it sent no JSON.", e);
        }
        if (response.statusCode() / 100 != 2) {
            String place = json.hasNonNull("position") ? " (at character " + json.path("position") + ")" : "";
            String told = json.path("detail").asText("the service answered HTTP " + response.statusCode());
            throw new ServiceException(told + place, null);
        }
        return new Answer(response.body(), json);
    }
}
