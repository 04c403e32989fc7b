package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.SystemClock;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;
import org.supplierscope.ingest.opml.OpmlReading.Subscription;
import org.supplierscope.ingest.opml.OpmlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Sources for other readers.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write the feeds as OPML, which other readers take. Sitemaps and pages are left out, and told.")
final class SourcesExportCommand implements Callable<Integer> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (default: standard output). A file that is there is not overwritten.")
    private @Nullable Path output;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try {
            List<Subscription> subscriptions = new ArrayList<>();
            int others = 0;
            for (JsonNode source : service.get("/api/v1/sources").json()) {
                if (source.path("state").asText().equals("REMOVED")) {
                    continue;
                }
                if (source.path("kind").asText("FEED").equals("FEED")) {
                    subscriptions.add(new Subscription(
                            source.path("name").asText(),
                            URI.create(source.path("feed").asText()),
                            source.hasNonNull("home")
                                    ? URI.create(source.path("home").asText())
                                    : null));
                } else {
                    others++;
                }
            }
            write(OpmlWriter.write(subscriptions, new SystemClock().clock().instant()));
            if (others > 0) {
                spec.commandLine()
                        .getErr()
                        .println(others
                                + (others == 1
                                        ? " source that is no feed was left out."
                                        : " sources that are no feeds were left out."));
            }
            return 0;
        } catch (FileAlreadyExistsException e) {
            spec.commandLine().getErr().println(output + " is there already; choose another name.");
        } catch (NoSuchFileException e) {
            spec.commandLine().getErr().println(output + " cannot be written: there is no such folder.");
        } catch (AccessDeniedException e) {
            spec.commandLine().getErr().println(output + " cannot be written: this is not allowed.");
        } catch (IOException e) {
            spec.commandLine().getErr().println(output + " cannot be written: " + e.getMessage());
        } catch (ServiceException e) {
            spec.commandLine().getErr().println(e.getMessage());
        }
        return 1;
    }

    private void write(String opml) throws IOException {
        if (output == null) {
            spec.commandLine().getOut().print(opml);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(output, opml, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
    }
}
