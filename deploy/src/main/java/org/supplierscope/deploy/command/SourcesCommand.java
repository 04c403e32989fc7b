package org.supplierscope.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The sources of a running service.
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "List, add, check, pause and remove the sources of the running service.",
        subcommands = {
            SourcesListCommand.class,
            SourcesAddCommand.class,
            SourcesAskCommand.Check.class,
            SourcesAskCommand.Pause.class,
            SourcesAskCommand.Resume.class,
            SourcesAskCommand.Remove.class,
            SourcesImportCommand.class,
            SourcesExportCommand.class
        })
final class SourcesCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the sources? list, add, check, …");
    }
}
