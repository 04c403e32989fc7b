package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Something to be done with sources that are there. One that cannot be asked is told; the next is asked.
abstract class SourcesAskCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Parameters(arity = "1..*", paramLabel = "ID", description = "As `supplierscope sources list` shows it.")
    private List<String> ids = List.of();

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// Polls now.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Poll sources now and tell how they answer.")
    static final class Check extends SourcesAskCommand {
        @Override
        String path(String id) {
            return id + "/check";
        }

        @Override
        boolean done(JsonNode before, JsonNode now) {
            return !before.path("lastPoll").equals(now.path("lastPoll"));
        }

        @Override
        int code(JsonNode now) {
            return SourcesListCommand.isRead(now) ? 0 : 1;
        }
    }

    /// Asks nothing of them.
    @Command(name = "pause", mixinStandardHelpOptions = true, description = "Ask nothing of sources until resumed.")
    static final class Pause extends SourcesAskCommand {
        @Override
        String path(String id) {
            return id + "/pause";
        }

        @Override
        boolean done(JsonNode before, JsonNode now) {
            return now.path("state").asText().equals("PAUSED");
        }
    }

    /// Reads them again.
    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Read paused or ended sources again.")
    static final class Resume extends SourcesAskCommand {
        @Override
        String path(String id) {
            return id + "/resume";
        }

        @Override
        boolean done(JsonNode before, JsonNode now) {
            // A site that is still gone ends its source again before its being active was told.
            boolean asked = !before.path("lastPoll").equals(now.path("lastPoll"));
            return now.path("state").asText().equals("ACTIVE")
                    || asked && now.path("state").asText().equals("ENDED");
        }

        @Override
        int code(JsonNode now) {
            return now.path("state").asText().equals("ACTIVE") ? 0 : 1;
        }
    }

    /// Takes them out.
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Take sources out; their articles stay.")
    static final class Remove extends SourcesAskCommand {
        @Override
        String path(String id) {
            return id;
        }

        @Override
        String method() {
            return "DELETE";
        }

        @Override
        boolean done(JsonNode before, JsonNode now) {
            return now.path("state").asText().equals("REMOVED");
        }
    }

    /// What is asked for, below `/api/v1/sources/`.
    abstract String path(String id);

    /// By which method.
    String method() {
        return "POST";
    }

    /// Whether it has been done.
    abstract boolean done(JsonNode before, JsonNode now);

    /// The exit code once it has been done.
    int code(JsonNode now) {
        return 0;
    }

    @Override
    public final Integer call() throws InterruptedException {
        int code = 0;
        for (String id : ids) {
            try {
                code = Math.max(code, ask(id));
            } catch (ServiceException e) {
                spec.commandLine().getErr().println(id + ": " + e.getMessage());
                code = 1;
            }
        }
        return code;
    }

    private int ask(String id) throws ServiceException, InterruptedException {
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        JsonNode before = service.get("/api/v1/sources/" + encoded).json();
        JsonNode asked =
                service.send(method(), "/api/v1/sources/" + path(encoded), null).json();
        JsonNode now = new SourceWait(service, PATIENCE).until(asked, told -> done(before, told));
        if (now == null) {
            spec.commandLine()
                    .getErr()
                    .println(id + ": asked for, and not done yet; `supplierscope sources list` tells later.");
            return 1;
        }
        SourcesListCommand.print(now, spec.commandLine().getOut());
        return code(now);
    }
}
