package org.supplierscope.deploy.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.CatalogueFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which catalogue a command looks at: that of a data folder, whether a service runs on it or
/// not.
final class CatalogueOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data folder (or set SUPPLIERSCOPE_DATA; default: that of `run`, ~/.supplierscope/run).")
    private @Nullable Path data;

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = "Folder of the operator's suppliers and themes (default: `catalogue` in the data folder).")
    private @Nullable Path catalogue;

    /// The folder. That of a data folder need not exist; one that was named must.
    CatalogueFolder folder() {
        if (catalogue != null && Files.notExists(catalogue)) {
            throw new ParameterException(command.commandLine(), "--catalogue: there is no folder " + catalogue + ".");
        }
        return new CatalogueFolder(
                catalogue != null
                        ? catalogue.toAbsolutePath().normalize()
                        : ServiceOptions.dataFolder(data, "run", command).resolve("catalogue"));
    }
}
