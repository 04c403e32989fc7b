package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How the sources fare.
@Command(name = "list", mixinStandardHelpOptions = true, description = "How every source fares.")
final class SourcesListCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print the answer of the API as it is.")
    private boolean json;

    @Option(names = "--all", description = "Also those that were removed.")
    private boolean all;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            ServiceClient.Answer answer = service.get("/api/v1/sources");
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(answer.text());
            } else {
                for (JsonNode source : answer.json()) {
                    if (all || !source.path("state").asText().equals("REMOVED")) {
                        print(source, out);
                    }
                }
            }
            return 0;
        } catch (ServiceException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    /// Four lines at most for a source: what it is, how it fares, and what is wrong.
    static void print(JsonNode source, PrintWriter out) {
        String state = source.path("state").asText("ACTIVE").toLowerCase(Locale.ROOT);
        boolean active = state.equals("active");
        boolean silent = source.hasNonNull("silentSince");
        out.printf(
                Locale.ROOT,
                "%-8s %s  (%s)%n",
                !active ? state : source.hasNonNull("error") ? "error" : silent ? "silent" : state,
                source.path("id").asText(),
                source.path("name").asText());
        out.printf(
                "         %s %s%n",
                source.path("kind").asText("FEED").toLowerCase(Locale.ROOT),
                source.path("feed").asText());
        out.printf(
                "         last answer %s, %d articles, %d waiting, %d given up%s%n",
                source.path("lastSuccess").asText("never"),
                source.path("articles").asLong(),
                source.path("waiting").asLong(),
                source.path("failed").asLong(),
                silent ? ", silent since " + source.path("silentSince").asText() : "");
        // What went wrong before a source was paused or left is of no use to anybody.
        for (String key : active ? List.of("error", "stateReason") : List.of("stateReason")) {
            if (source.hasNonNull(key)) {
                out.println("         " + source.path(key).asText());
            }
        }
        out.flush();
    }

    /// Whether a source is active, and answered with something that could be read.
    static boolean isRead(JsonNode source) {
        return source.path("state").asText("ACTIVE").equals("ACTIVE") && !source.hasNonNull("error");
    }
}
