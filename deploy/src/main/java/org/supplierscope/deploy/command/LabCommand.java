package org.supplierscope.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Single parts of the pipeline, by the very classes that the pipeline runs, for those who measure them.
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Try single parts of the pipeline on files.",
        subcommands = {
            LabFeedCommand.class,
            LabDatesCommand.class,
            LabUrlsCommand.class,
            LabRobotsCommand.class,
            LabStanceCommand.class,
            LabShiftsCommand.class,
            LabStoriesCommand.class
        })
final class LabCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which part?");
    }
}
