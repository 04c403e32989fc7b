package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Asks the running service.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Search the running service.")
final class SearchCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(
            arity = "1..*",
            paramLabel = "QUERY",
            description = "In the query language; * finds everything. Several words are joined by blanks.")
    private List<String> query = List.of();

    @Option(names = "--json", description = "Print the answer of the API as it is.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "Hits at most (default: 10).")
    private int limit = 10;

    @Option(
            names = "--url",
            paramLabel = "ADDRESS",
            description = "Where the service is (default: http://localhost and the port).")
    private String url = "";

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", description = "Its port (default: 8080).")
    private int port = 8080;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        String base = url.isBlank() ? "http://localhost:" + port : url.replaceFirst("/+$", "");
        String asked = URLEncoder.encode(String.join(" ", query), StandardCharsets.UTF_8);
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            var request = HttpRequest.newBuilder(URI.create(base + "/api/v1/articles?q=" + asked + "&limit=" + limit))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                String place = answer.hasNonNull("position") ? " (at character " + answer.path("position") + ")" : "";
                err.println(answer.path("detail").asText("the service answered HTTP " + response.statusCode()) + place);
                return 1;
            }
            if (json) {
                spec.commandLine().getOut().println(response.body());
            } else {
                print(answer, spec.commandLine().getOut());
            }
            return 0;
        } catch (ConnectException e) {
            err.println(
                    "No service answers at " + base + ". Start one with `supplierscope demo` or `supplierscope run`,"
                            + " or say where it is with --port or --url.");
        } catch (IOException | IllegalArgumentException e) {
            err.println("The service at " + base + " did not answer as expected: " + e.getMessage());
        }
        return 1;
    }

    private static void print(JsonNode answer, PrintWriter out) {
        out.println(answer.path("total").asLong() + " articles");
        for (JsonNode hit : answer.path("hits")) {
            out.println();
            out.println(hit.path("title").asText());
            out.println("  " + hit.path("source").asText() + ", "
                    + hit.path("published").asText("undated") + "  "
                    + hit.path("url").asText());
            for (String kind : List.of("suppliers", "groups")) {
                for (JsonNode told : hit.path(kind)) {
                    out.println("  " + told.path("stance").asText() + "  "
                            + told.path("name").asText());
                    if (told.path("evidence").has(0)) {
                        out.println("    “" + told.path("evidence").get(0).asText() + "”");
                    }
                }
            }
        }
        out.flush();
    }
}
