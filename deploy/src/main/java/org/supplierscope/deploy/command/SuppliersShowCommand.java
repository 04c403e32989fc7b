package org.supplierscope.deploy.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueException;
import org.supplierscope.analysis.catalogue.Caution;
import org.supplierscope.analysis.catalogue.KnownName;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.catalogue.Theme;
import org.supplierscope.analysis.catalogue.Ticker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// All that the catalogue says of something.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "All that the catalogue says of suppliers or themes, with the rules of their names.")
final class SuppliersShowCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "WHICH", description = "Id, ticker or any name.")
    private List<String> wanted = List.of();

    @Mixin
    private final CatalogueOptions options = new CatalogueOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            Catalogue catalogue = options.folder().read();
            int code = 0;
            for (String which : wanted) {
                code = Math.max(code, show(catalogue, which));
            }
            spec.commandLine().getOut().flush();
            return code;
        } catch (CatalogueException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }

    private int show(Catalogue catalogue, String which) {
        List<Supplier> suppliers = catalogue.suppliers().stream()
                .filter(each -> is(which, each.id(), each.name(), each.names())
                        || each.tickers().stream()
                                .anyMatch(ticker -> which.equalsIgnoreCase(ticker.toString())
                                        || which.equalsIgnoreCase(ticker.code())))
                .toList();
        List<Theme> themes = catalogue.themes().stream()
                .filter(each -> is(which, each.id(), each.name(), each.names()))
                .toList();
        suppliers.forEach(this::show);
        themes.forEach(this::show);
        if (suppliers.isEmpty() && themes.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(which
                            + ": no id, ticker or name of the catalogue; `supplierscope suppliers list` has them");
            return 1;
        }
        return 0;
    }

    private static boolean is(String which, String id, String name, List<KnownName> names) {
        return which.equalsIgnoreCase(id)
                || which.equalsIgnoreCase(name)
                || names.stream().anyMatch(known -> which.equalsIgnoreCase(known.text()));
    }

    private void show(Supplier supplier) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(supplier.id());
        told("name", supplier.name());
        told("legal", supplier.legal());
        told("country", supplier.country());
        told("role", supplier.role());
        told("parent", supplier.parent());
        told("tickers", supplier.tickers().stream().map(Ticker::toString).collect(Collectors.joining(", ")));
        told(supplier.names());
    }

    private void show(Theme theme) {
        spec.commandLine().getOut().println(theme.id());
        told("name", theme.name());
        told("about", theme.about());
        told(theme.names());
    }

    private void told(List<KnownName> names) {
        for (KnownName name : names) {
            String key = name.language() != null
                    ? name.language()
                    : name.caution() == Caution.FREE
                            ? "recognised"
                            : name.caution().key();
            told(
                    key,
                    name.text()
                            + words("near", name.near())
                            + words("unless before", name.unlessBefore())
                            + words("unless after", name.unlessAfter())
                            + words("unless near", name.unlessNear()));
        }
    }

    private static String words(String rule, Set<String> words) {
        return words.isEmpty() ? "" : "; " + rule + " " + String.join(", ", words);
    }

    private void told(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            spec.commandLine().getOut().printf(Locale.ROOT, "  %-15s %s%n", key, value);
        }
    }
}
