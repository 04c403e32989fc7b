package org.supplierscope.deploy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Mistakes in the operator's files.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Check files of suppliers and themes together with what is shipped.",
            "Prints every mistake with its file and line; exit code 1 when there is one."
        })
final class SuppliersCheckCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "YAML. Default: those of the catalogue folder.")
    private List<Path> files = List.of();

    @Mixin
    private final CatalogueOptions options = new CatalogueOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            List<Path> checked = files.isEmpty() ? options.folder().files() : files;
            Catalogue catalogue = Catalogue.reading(checked);
            PrintWriter out = spec.commandLine().getOut();
            checked.forEach(file -> out.println(file + ": good"));
            out.printf(
                    "%d suppliers, %d themes with what is shipped; catalogue %s%n",
                    catalogue.suppliers().size(), catalogue.themes().size(), catalogue.digest());
            out.flush();
            return 0;
        } catch (CatalogueException e) {
            PrintWriter err = spec.commandLine().getErr();
            e.mistakes().forEach(err::println);
            err.println(e.mistakes().size() == 1 ? "1 mistake" : e.mistakes().size() + " mistakes");
            err.flush();
            return 1;
        }
    }
}
