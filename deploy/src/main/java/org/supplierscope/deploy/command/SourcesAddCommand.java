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
            "Add sites by their address. Their feed is looked for, then their sitemap; a site without either is read",
            "by the links of its page. Waits until it is known what was found."
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
                String id = service.send("POST", "/api/v1/sources", request(address))
                        .json()
                        .path("id")
                        .asText();
                code = Math.max(code, report(id));
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

    private int report(String id) throws ServiceException, InterruptedException {
        if (patience <= 0) {
            spec.commandLine().getOut().println("asked for  " + id);
            return 0;
        }
        JsonNode source = new SourceWait(service, Duration.ofSeconds(patience))
                .until(id, told -> told.hasNonNull("error") || told.hasNonNull("lastSuccess"));
        if (source == null) {
            spec.commandLine()
                    .getErr()
                    .println(id + ": nothing is known of it yet; `supplierscope sources list` tells later.");
            return 1;
        }
        SourcesListCommand.print(source, spec.commandLine().getOut());
        return source.hasNonNull("error") ? 1 : 0;
    }
}
