package org.supplierscope.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.opinion.AskedSupplier;
import org.supplierscope.analysis.opinion.Opinion;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.Reading;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.deploy.command.OpinionOptions.ModelsWord;
import org.supplierscope.deploy.opinion.SecondOpinion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--words-only",
            description = "Read courses by words alone, much faster and less often right, as with"
                    + " supplierscope.analysis.meaning=false.")
    private boolean wordsOnly;

    @Mixin
    private final OpinionOptions opinions = new OpinionOptions();

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
    record Told(
            String id,
            List<Supplier> suppliers,
            List<Group> groups,
            List<NamedTheme> themes,
            String model,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Refused secondOpinionRefused) {}

    /// What a text says of a supplier, and what a language model that was asked says of that.
    record Supplier(
            String supplier,
            String name,
            Stance stance,
            double score,
            double confidence,
            List<Evidence> evidence,
            boolean about,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ModelsWord secondOpinion) {}

    /// What a text says of an unnamed group.
    record Group(String name, Stance stance, List<Evidence> evidence) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        var catalogue = Catalogue.reading(own);
        var reader = wordsOnly ? StanceReader.byWords(catalogue) : new StanceReader(catalogue);
        try (SecondOpinion second = opinions.wanted ? opinions.open() : null) {
            lines.read(file, Text.class, text -> {
                if (text.id() == null || text.text() == null) {
                    throw new IOException("the keys 'id' and 'text' are needed");
                }
                var passage = new Passage(text.title() == null ? "" : text.title(), text.text(), text.language());
                Reading reading = reader.read(passage);
                Opinion opinion = null;
                if (second != null && !reading.suppliers().isEmpty()) {
                    opinion = second.ask(asked(reading, catalogue), reader.sentences(passage));
                }
                lines.print(told(text.id(), reading, reader.model(), opinion));
                if (opinion instanceof Refused refused) {
                    lines.problem("no second opinion on " + text.id() + ": " + refused.message());
                }
            });
            if (second != null) {
                spec.commandLine()
                        .getErr()
                        .println("Second opinions (a language model's word, which changes nothing): " + second.tally());
            }
        }
        return lines.exitCode();
    }

    private static List<AskedSupplier> asked(Reading reading, Catalogue catalogue) {
        return reading.suppliers().stream()
                .map(told ->
                        AskedSupplier.of(catalogue.supplier(told.supplier()).orElseThrow()))
                .toList();
    }

    private static Told told(String id, Reading reading, String model, @Nullable Opinion opinion) {
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
                                told.about(),
                                opinion instanceof Opinion.Given given
                                        ? ModelsWord.of(given, told.supplier(), told.stance())
                                        : null))
                        .toList(),
                reading.groups().stream()
                        .map(told -> new Group(told.name(), told.stance(), told.evidence()))
                        .toList(),
                reading.themes(),
                model,
                opinion instanceof Refused refused ? refused : null);
    }
}
