package org.supplierscope.deploy.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueException;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.catalogue.Theme;
import org.supplierscope.analysis.catalogue.Ticker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What is in the catalogue.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Every supplier of the catalogue in a line: id, name, tickers, country, role.")
final class SuppliersListCommand implements Callable<Integer> {

    @Option(names = "--themes", description = "The themes instead.")
    private boolean themes;

    @Mixin
    private final CatalogueOptions options = new CatalogueOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Catalogue catalogue = options.folder().read();
            PrintWriter out = spec.commandLine().getOut();
            if (themes) {
                for (Theme theme : catalogue.themes()) {
                    out.printf(Locale.ROOT, "%-30s  %s: %s%n", theme.id(), theme.name(), theme.about());
                }
            } else {
                for (Supplier supplier : catalogue.suppliers()) {
                    out.println(line(supplier));
                }
            }
            out.flush();
            return 0;
        } catch (CatalogueException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private static String line(Supplier supplier) {
        String tickers = supplier.tickers().stream().map(Ticker::toString).collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%-38s  %s%s, %s: %s",
                supplier.id(),
                supplier.name(),
                tickers.isEmpty() ? "" : " (" + tickers + ")",
                supplier.country(),
                supplier.role());
    }
}
