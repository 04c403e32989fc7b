package org.supplierscope.deploy.command;

import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.supplierscope.deploy.Role;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The whole product on this machine, with news of its own.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Start everything with the demo newsroom: no network, no other server, no configuration.",
            "Keeps its data in ~/.supplierscope/demo unless told otherwise; Ctrl-C stops it, and it goes on where it was."
        })
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws CannotStartException {
        ServiceOptions.set("supplierscope.demo", "true");
        ServiceOptions.set("quarkus.datasource.embedded.active", "true");
        // A reader who adds a piece to the newsroom wants to see it come in.
        usual("supplierscope.ingest.poll-floor", "PT20S");
        usual("supplierscope.ingest.poll-ceiling", "PT20S");
        return options.serve(options.dataFolder("demo"), EnumSet.allOf(Role.class), "127.0.0.1");
    }

    private static void usual(String key, String value) {
        if (System.getProperty(key) == null) {
            ServiceOptions.set(key, value);
        }
    }
}
