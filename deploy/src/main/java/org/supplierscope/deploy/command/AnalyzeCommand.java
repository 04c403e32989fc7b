package org.supplierscope.deploy.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.Reading;
import org.supplierscope.analysis.stance.StanceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Suppliers and stance of texts.
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tell which suppliers texts name and which course they tell of each, with the sentences that say so.",
            "Reads JSON lines {\"id\",\"title\",\"text\",\"language\"?,\"published\"?,\"url\"?}; prints a line for each."
        })
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", defaultValue = "-", description = "File, or - for standard input.")
    private String file = "-";

    @Option(
            names = "--suppliers",
            paramLabel = "FILE",
            description = "Own suppliers and themes (YAML) to read with, as they would stand in the catalogue folder.")
    private List<Path> own = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// A line of input.
    record Text(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {}

    /// A line of output.
    record Told(String id, List<Supplier> suppliers, List<Group> groups, List<NamedTheme> themes, String model) {}

    /// What a text says of a supplier.
    record Supplier(
            String supplier,
            String name,
            Stance stance,
            double score,
            double confidence,
            List<Evidence> evidence,
            boolean about) {}

    /// What a text says of an unnamed group.
    record Group(String name, Stance stance, List<Evidence> evidence) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        var reader = new StanceReader(Catalogue.reading(own));
        lines.read(file, Text.class, text -> {
            if (text.id() == null || text.text() == null) {
                throw new IOException("the keys 'id' and 'text' are needed");
            }
            String title = text.title() == null ? "" : text.title();
            lines.print(told(text.id(), reader.read(new Passage(title, text.text(), text.language())), reader.model()));
        });
        return lines.exitCode();
    }

    private static Told told(String id, Reading reading, String model) {
        return new Told(
                id,
                reading.suppliers().stream()
                        .map(told -> new Supplier(
                                told.supplier(),
                                told.name(),
                                told.stance(),
                                told.score(),
                                told.confidence(),
                                told.evidence(),
                                told.about()))
                        .toList(),
                reading.groups().stream()
                        .map(told -> new Group(told.name(), told.stance(), told.evidence()))
                        .toList(),
                reading.themes(),
                model);
    }
}
