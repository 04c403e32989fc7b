package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// New sources.
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Add sites by their address, and wait until it is known what they offer.",
            "Their feed is looked for, then their sitemap; a site without either is read by the links of its page."
        })
final class SourcesAddCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ADDRESS", description = "Of the site, or of its feed.")
    private List<String> addresses = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "For people (default: the host's).")
    private @Nullable String name;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "feed, sitemap or page, when it is known what stands at the address.")
    private @Nullable String kind;

    @Option(names = "--language", paramLabel = "TAG", description = "Of what it publishes, such as zh-Hant.")
    private @Nullable String language;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the first answer of each (default: 60; 0: do not wait).")
    private int patience = 60;

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        int code = 0;
        for (String address : addresses) {
            try {
                code = Math.max(
                        code,
                        report(service.send("POST", "/api/v1/sources", request(address))
                                .json()));
            } catch (ServiceException e) {
                spec.commandLine().getErr().println(address + ": " + e.getMessage());
                code = 1;
            }
        }
        return code;
    }

    private Map<String, String> request(String address) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("address", address);
        if (name != null && addresses.size() == 1) {
            request.put("name", name);
        }
        if (kind != null) {
            request.put("kind", kind);
        }
        if (language != null) {
            request.put("language", language);
        }
        return request;
    }

    private int report(JsonNode asked) throws ServiceException, InterruptedException {
        String id = asked.path("id").asText();
        if (patience <= 0) {
            spec.commandLine().getOut().println("asked for  " + id);
            return 0;
        }
        JsonNode source =
                new SourceWait(service, Duration.ofSeconds(patience)).until(asked, SourcesAddCommand::answered);
        if (source == null) {
            spec.commandLine()
                    .getErr()
                    .println(id + ": nothing is known of it yet; `supplierscope sources list` tells later.");
            return 1;
        }
        SourcesListCommand.print(source, spec.commandLine().getOut());
        return SourcesListCommand.isRead(source) ? 0 : 1;
    }

    /// A removed source that is added again keeps its last answer, and is told as removed until it is read
    /// again.
    private static boolean answered(JsonNode told) {
        return !told.path("state").asText().equals("REMOVED")
                && (told.hasNonNull("error") || told.hasNonNull("lastSuccess"));
    }
}
