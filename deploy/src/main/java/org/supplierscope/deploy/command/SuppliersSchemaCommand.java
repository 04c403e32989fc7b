package org.supplierscope.deploy.command;

import java.util.concurrent.Callable;
import org.supplierscope.analysis.catalogue.CatalogueFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The form of catalogue files.
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Print the JSON Schema of catalogue files, for editors that check while one types.")
final class SuppliersSchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(CatalogueFile.schema());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
