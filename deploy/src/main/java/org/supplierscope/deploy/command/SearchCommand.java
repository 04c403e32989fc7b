package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Parameters(
            arity = "1..*",
            paramLabel = "QUERY",
            description = "In the query language; * finds everything. Several words are joined by blanks.")
    private List<String> query = List.of();

    @Option(names = "--json", description = "Print the answer of the API as it is.")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "10", description = "Hits at most (default: 10).")
    private int limit = 10;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        String asked = URLEncoder.encode(String.join(" ", query), StandardCharsets.UTF_8);
        try {
            ServiceClient.Answer answer = service.get("/api/v1/articles?q=" + asked + "&limit=" + limit);
            if (json) {
                spec.commandLine().getOut().println(answer.text());
            } else {
                print(answer.json(), spec.commandLine().getOut());
            }
            return 0;
        } catch (ServiceException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
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
