package org.supplierscope.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The catalogue of suppliers and themes.
@Command(
        name = "suppliers",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Look at and check the catalogue of suppliers and themes, and have articles read anew with it.",
        subcommands = {
            SuppliersListCommand.class,
            SuppliersShowCommand.class,
            SuppliersCheckCommand.class,
            SuppliersSchemaCommand.class,
            SuppliersRereadCommand.class
        })
final class SuppliersCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the suppliers? list, show, check, …");
    }
}
