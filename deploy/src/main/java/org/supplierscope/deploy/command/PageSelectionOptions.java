package org.supplierscope.deploy.command;

import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.archive.PageSelection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which of the kept pages a command means.
final class PageSelectionOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec command;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Only pages captured on that day (UTC) or later; also a time such as 2026-03-04T05:06:07Z.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Only pages captured on that day or earlier; with a time, before it.")
    private @Nullable String to;

    @Option(names = "--source", paramLabel = "ID", description = "Only pages of this source.")
    private @Nullable String source;

    PageSelection selection() {
        return new PageSelection(Moments.from(command, "--from", from), Moments.to(command, "--to", to), source);
    }
}
