package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.opinion.AskedSupplier;
import org.supplierscope.analysis.opinion.Opinion;
import org.supplierscope.analysis.opinion.Opinion.Given;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.opinion.Opinion.Said;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.stance.Explanation;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.deploy.command.OpinionOptions.ModelsWord;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;
import org.supplierscope.deploy.opinion.SecondOpinion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shows why an article of the running service is read as it is.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Show why an article of the running service has the label that it has for a supplier.")
final class ExplainCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final double WORTH_WORDS = 0.1;

    @Parameters(index = "0", paramLabel = "ARTICLE-ID", description = "32 hexadecimal digits, as search prints them.")
    private String article = "";

    @Parameters(index = "1", paramLabel = "SUPPLIER", description = "Its id, such as largan-precision, or its name.")
    private String supplier = "";

    @Option(names = "--json", description = "Print the explanation as JSON.")
    private boolean json;

    @Option(
            names = "--suppliers",
            paramLabel = "FILE",
            description = "Own suppliers and themes (YAML) to read with, as in the catalogue folder of the service.")
    private List<Path> own = List.of();

    @Mixin
    private final OpinionOptions opinions = new OpinionOptions();

    @Mixin
    private final ServiceClient service = new ServiceClient();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        PrintWriter err = spec.commandLine().getErr();
        var catalogue = Catalogue.reading(own);
        Optional<Supplier> meant = catalogue.suppliers().stream()
                .filter(each -> each.id().equals(supplier) || each.name().equalsIgnoreCase(supplier))
                .findFirst();
        if (meant.isEmpty()) {
            err.println("The catalogue has no supplier '" + supplier + "': give its id or its name.");
            return 1;
        }
        try {
            JsonNode told = service.get("/api/v1/articles/" + URLEncoder.encode(article, StandardCharsets.UTF_8))
                    .json();
            var reader = new StanceReader(catalogue);
            var passage = new Passage(
                    told.path("title").asText(),
                    told.path("text").asText(),
                    told.path("language").asText(null));
            Optional<Explanation> why = reader.explain(passage, meant.get().id());
            if (why.isEmpty()) {
                err.println("The article does not name " + meant.get().name() + ".");
                return 1;
            }
            Opinion opinion = opinions.wanted ? ask(meant.get(), reader.sentences(passage)) : null;
            print(told, why.get(), opinion, spec.commandLine().getOut());
            if (opinion instanceof Refused refused) {
                err.println("No second opinion: " + refused.message());
                return 1;
            }
            return 0;
        } catch (ServiceException e) {
            err.println(e.getMessage());
            return 1;
        }
    }

    private Opinion ask(Supplier meant, List<String> sentences) throws IOException {
        try (SecondOpinion second = opinions.open()) {
            return second.ask(List.of(AskedSupplier.of(meant)), sentences);
        }
    }

    private void print(JsonNode told, Explanation why, @Nullable Opinion opinion, PrintWriter out) throws IOException {
        if (json) {
            ObjectNode all = JSON.valueToTree(why);
            switch (opinion) {
                case Given given ->
                    all.set("secondOpinion", JSON.valueToTree(ModelsWord.of(given, why.supplier(), why.stance())));
                case Refused refused -> all.set("secondOpinionRefused", JSON.valueToTree(refused));
                case null -> {}
            }
            out.println(JSON.writeValueAsString(all));
            out.flush();
            return;
        }
        out.println(told.path("title").asText());
        out.println(why.name() + ": " + why.stance() + " by " + why.model());
        for (JsonNode each : told.path("suppliers")) {
            String published = each.path("stance").asText();
            if (each.path("supplier").asText().equals(why.supplier())
                    && !published.equals(why.stance().name())) {
                out.println("The service published " + published + ": another version read it then.");
            }
        }
        for (Stance each : Stance.values()) {
            out.printf(Locale.ROOT, "  %-10s %.2f%n", each, why.likely().get(each));
        }
        why.sentences().forEach(each -> print(each, out));
        if (opinion instanceof Given given) {
            given.said(why.supplier()).ifPresent(said -> print(given, said, why.stance(), out));
        }
        out.flush();
    }

    private static void print(Given given, Said said, Stance ours, PrintWriter out) {
        out.println();
        out.println("Second opinion, the word of the language model " + given.model() + ", which changes nothing: "
                + said.stance() + (said.stance() == ours ? " (agrees)" : " (differs)"));
        if (given.read() < given.of()) {
            out.println("  It was given the first " + given.read() + " of " + given.of() + " sentences.");
        }
        said.sentences().forEach(each -> out.println("  " + each.number() + ": " + each.sentence()));
    }

    private static void print(Explanation.Sentence sentence, PrintWriter out) {
        out.println();
        out.println(sentence.sentence());
        out.printf(
                Locale.ROOT,
                "  precision %.2f  breadth %.2f  told by %s%s%n",
                sentence.precision(),
                sentence.breadth(),
                sentence.voice(),
                sentence.named() ? "" : "  (does not name it)");
        if (Math.max(sentence.precision(), sentence.breadth()) >= WORTH_WORDS) {
            List<String> words = sentence.words().stream()
                    .map(each ->
                            String.format(Locale.ROOT, "%s %+.1f/%+.1f", each.word(), each.precision(), each.breadth()))
                    .toList();
            out.println("  words (precision/breadth): " + String.join(", ", words));
        }
        if (sentence.meaning() != null && Math.max(sentence.precision(), sentence.breadth()) >= WORTH_WORDS) {
            out.printf(
                    Locale.ROOT,
                    "  meaning of the whole, with its neighbours: %+.1f/%+.1f%n",
                    sentence.meaning().precision(),
                    sentence.meaning().breadth());
        }
        sentence.rules().forEach(each -> out.println("  rule: " + each));
    }
}
