package org.supplierscope.deploy.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The pages that the crawl has kept.
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = "Pages that the crawl has kept: write them to WARC files, or extract them anew.",
        subcommands = {ArchiveExportCommand.class, ArchiveReextractCommand.class})
final class ArchiveCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command: export or reextract?");
    }
}
