package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;
import org.supplierscope.ingest.opml.OpmlReader;
import org.supplierscope.ingest.opml.OpmlReading;
import org.supplierscope.ingest.opml.OpmlReading.Subscription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Sources of other readers.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Add the feeds of OPML files, as other readers export them.")
final class SourcesImportCommand implements Callable<Integer> {

    /// The crawler follows hundreds of commands in a second, and few are left when the last one is sent.
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private static final int MAX_BYTES = 16 * 1024 * 1024;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "OPML.")
    private List<Path> files = List.of();

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        int code = 0;
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(MAX_BYTES + 1);
                code = Math.max(
                        code,
                        bytes.length > MAX_BYTES
                                ? told(file + ": larger than 16 MiB, which no list of sources is; left out")
                                : read(file, bytes));
            } catch (NoSuchFileException e) {
                code = told(file + ": there is no such file");
            } catch (IOException e) {
                code = told(file + ": cannot be read: " + e.getMessage());
            } catch (ServiceException e) {
                code = told(file + ": " + e.getMessage());
            }
        }
        return code;
    }

    private int read(Path file, byte[] bytes) throws ServiceException, InterruptedException {
        return switch (OpmlReader.read(bytes)) {
            case OpmlReading.NotAList(String reason) -> told(file + ": " + reason);
            case OpmlReading.Subscriptions list -> {
                list.problems().forEach(problem -> told(file + ", " + problem));
                int added = add(file, list.subscriptions());
                PrintWriter out = spec.commandLine().getOut();
                out.println(file + ": " + counted(added, "feed") + " added, "
                        + (list.subscriptions().size() - added + list.repeated()) + " known already or refused, "
                        + counted(list.leftOut(), "line") + " left out");
                out.flush();
                if (list.cut()) {
                    told(file + ": the file ends early, within the list; what stood behind is missing");
                }
                yield list.cut() || list.leftOut() > 0 ? 1 : 0;
            }
        };
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /// How many were added, as far as the crawler has told.
    private int add(Path file, List<Subscription> subscriptions) throws ServiceException, InterruptedException {
        Set<String> known = new HashSet<>();
        service.get("/api/v1/sources").json().forEach(source -> {
            if (!source.path("state").asText().equals("REMOVED")) {
                known.add(source.path("feed").asText());
            }
        });
        var progress = new ProgressLine(spec.commandLine().getErr());
        Map<String, String> asked = new HashMap<>();
        int done = 0;
        for (Subscription subscription : subscriptions) {
            progress.show("import", done++, subscriptions.size(), counted(asked.size(), "feed") + " asked for");
            if (!known.add(subscription.feed().toString())) {
                continue;
            }
            String shown = file + ": " + subscription.name() + ": ";
            try {
                JsonNode answer = service.send("POST", "/api/v1/sources", request(subscription))
                        .json();
                asked.put(answer.path("command").asText(), shown);
            } catch (ServiceException e) {
                progress.print(shown + e.getMessage());
            }
        }
        progress.clear();
        return asked.size() - refused(asked);
    }

    /// A feed comes under its own name, so a removed source that read it is not brought back.
    private static Map<String, String> request(Subscription subscription) {
        return Map.of("address", subscription.feed().toString(), "name", subscription.name(), "kind", "feed");
    }

    /// Tells what the crawler refuses within a moment.
    ///
    /// @param asked what to call each command
    private int refused(Map<String, String> asked) throws ServiceException, InterruptedException {
        if (asked.isEmpty()) {
            return 0;
        }
        Thread.sleep(MOMENT);
        int refused = 0;
        for (JsonNode refusal : service.get("/api/v1/source-refusals").json()) {
            String shown = asked.get(refusal.path("command").asText());
            if (shown != null) {
                told(shown + "refused: " + refusal.path("reason").asText());
                refused++;
            }
        }
        return refused;
    }

    private int told(String problem) {
        spec.commandLine().getErr().println(problem);
        spec.commandLine().getErr().flush();
        return 1;
    }
}
