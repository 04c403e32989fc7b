package org.supplierscope.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
                out.println(file + ": " + added + " feeds added, "
                        + (list.subscriptions().size() - added) + " known already or refused, " + list.leftOut()
                        + " lines left out");
                out.flush();
                yield list.leftOut() > 0 ? 1 : 0;
            }
        };
    }

    private int add(Path file, List<Subscription> subscriptions) throws ServiceException, InterruptedException {
        Set<String> known = new HashSet<>();
        service.get("/api/v1/sources").json().forEach(source -> {
            if (!source.path("state").asText().equals("REMOVED")) {
                known.add(source.path("feed").asText());
            }
        });
        int added = 0;
        for (Subscription subscription : subscriptions) {
            if (!known.add(subscription.feed().toString())) {
                continue;
            }
            try {
                service.send(
                        "POST",
                        "/api/v1/sources",
                        Map.of(
                                "address", subscription.feed().toString(),
                                "name", subscription.name(),
                                "kind", "feed"));
                added++;
            } catch (ServiceException e) {
                told(file + ": " + subscription.name() + ": " + e.getMessage());
            }
        }
        return added;
    }

    private int told(String problem) {
        spec.commandLine().getErr().println(problem);
        spec.commandLine().getErr().flush();
        return 1;
    }
}
