package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.embedding.Encoders;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;
import org.supplierscope.analysis.mention.MentionFinder;
import org.supplierscope.analysis.mention.Prominences;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.Prominence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;

/// Reads what a passage tells of the course of each supplier: the front door of this package.
///
/// ```java
/// StanceReader reader = new StanceReader(Catalogue.shipped());
/// Reading reading = reader.read(new Passage("Largan triples capacity", "The company builds three
/// plants.", "en"));
/// ```
///
/// Immutable and thread-safe; the same passage always gives the same reading. Any text is
/// survived; the time taken grows in proportion to its length.
public final class StanceReader {

    private final Catalogue catalogue;
    private final MentionFinder finder;
    private final MentionFinder themes;
    private final Parser parser = new Parser();
    private final StanceModel model;
    private final Optional<Encoders> encoders;

    /// A reader of the suppliers of a catalogue, by the model that the program ships and, where
    /// they work, the encoders.
    public StanceReader(Catalogue catalogue) {
        this(catalogue, StanceModel.shipped(), Encoders.shipped());
    }

    /// A reader that goes by words alone: many times as fast, and less often right.
    public static StanceReader byWords(Catalogue catalogue) {
        return new StanceReader(catalogue, StanceModel.shipped(), Optional.empty());
    }

    /// A reader of the suppliers of a catalogue.
    ///
    /// @param model what was learned
    /// @param encoders of sentences; without them it goes by words alone
    public StanceReader(Catalogue catalogue, StanceModel model, Optional<Encoders> encoders) {
        this.catalogue = catalogue;
        this.model = model;
        this.encoders = model.sensed().isEmpty() ? Optional.empty() : encoders;
        this.finder = MentionFinder.ofSuppliers(catalogue);
        this.themes = MentionFinder.ofThemes(catalogue);
    }

    /// Which reader decides, and by which catalogue, for records that outlive it.
    public String model() {
        return model.name() + (encoders.isPresent() ? "" : "-words") + " catalogue-" + catalogue.digest();
    }

    /// Reads a passage. Every supplier that it names is listed, those without a course as NONE.
    public Reading read(Passage passage) {
        Parse parse = parse(passage);
        return new Reading(suppliers(passage, parse), groups(parse), themes(parse.text()));
    }

    private List<NamedTheme> themes(FoldedText text) {
        Set<String> named = new LinkedHashSet<>();
        themes.find(text).forEach(mention -> named.add(mention.supplier()));
        return named.stream()
                .map(id -> new NamedTheme(id, catalogue.theme(id).orElseThrow().name()))
                .toList();
    }

    private Parse parse(Passage passage) {
        FoldedText text = new FoldedText(passage.title() + "\n" + passage.text());
        List<Mention> mentions = finder.find(text);
        return parser.parse(text, passage.title().length(), SentenceSplitter.split(text), mentions);
    }

    /// What a passage tells of one supplier, before it is put in words.
    private record Seen(
            Supplier supplier, View view, List<Likelihood> likelihoods, Map<Stance, Double> likely, CueReader cues) {}

    private List<Seen> seen(Parse parse) {
        List<String> named = List.copyOf(parse.named());
        Optional<Senses> senses = encoders.map(each -> new Senses(parse, each));
        List<View> views = named.stream().map(id -> View.of(parse, id, senses)).toList();
        List<List<Likelihood>> likelihoods = new ArrayList<>(
                views.stream().map(each -> each.raised(model.learned(each))).toList());
        parse.buyers().forEach((bought, buyer) -> ascribe(likelihoods, named.indexOf(bought), named.indexOf(buyer)));
        List<double[]> rows = Weighing.rows(views, likelihoods);
        return IntStream.range(0, named.size())
                .mapToObj(i -> new Seen(
                        catalogue.supplier(named.get(i)).orElseThrow(),
                        views.get(i),
                        likelihoods.get(i),
                        model.likely(rows.get(i), senses.isPresent()),
                        new CueReader(parse, named.get(i), views.get(i), model.sentences())))
                .toList();
    }

    /// What a passage tells of a firm that is being bought is its buyer's reach.
    private static void ascribe(List<List<Likelihood>> likelihoods, int bought, int buyer) {
        if (bought < 0 || buyer < 0) {
            return;
        }
        List<Likelihood> told = likelihoods.get(bought);
        List<Likelihood> own = likelihoods.get(buyer);
        likelihoods.set(
                buyer,
                IntStream.range(0, own.size())
                        .mapToObj(i -> own.get(i).or(told.get(i)))
                        .toList());
        likelihoods.set(bought, Collections.nCopies(told.size(), Likelihood.NEITHER));
    }

    private List<SupplierStance> suppliers(Passage passage, Parse parse) {
        var prominences = Prominences.of(parse.text(), passage.title().length(), parse.mentions());
        List<SupplierStance> result = new ArrayList<>();
        for (Seen seen : seen(parse)) {
            Course course = Course.of(seen.likely(), seen.likelihoods(), seen.view(), seen.cues());
            result.add(new SupplierStance(
                    seen.supplier().id(),
                    seen.supplier().name(),
                    course.stance(),
                    course.score(),
                    course.confidence(),
                    course.evidence(),
                    // What tells a supplier's course is about it, wherever it stands.
                    course.stance() != Stance.NONE
                            ? Prominence.SUBJECT
                            : prominences.get(seen.supplier().id())));
        }
        return result;
    }

    /// Why a passage is read as it is.
    ///
    /// @param supplier its id in the catalogue
    /// @return nothing when the passage does not name the supplier
    public Optional<Explanation> explain(Passage passage, String supplier) {
        Parse parse = parse(passage);
        return seen(parse).stream()
                .filter(seen -> seen.supplier().id().equals(supplier))
                .findFirst()
                .map(seen -> new Explanation(
                        supplier,
                        seen.supplier().name(),
                        Course.stance(seen.likely()),
                        seen.likely(),
                        Explanation.sentences(parse, supplier, seen.view(), model, seen.likelihoods(), seen.cues()),
                        model()));
    }

    /// The sentences into which a passage is cut, word for word, the title's first.
    public List<String> sentences(Passage passage) {
        var text = new FoldedText(passage.title() + "\n" + passage.text());
        return SentenceSplitter.split(text).stream().map(each -> each.in(text)).toList();
    }

    private static List<GroupStance> groups(Parse parse) {
        Map<String, GroupStance> result = new LinkedHashMap<>();
        parse.ledger().groups().forEach((name, statements) -> {
            Verdict verdict = Verdict.of(statements, parse::words);
            if (verdict.stance() != Stance.NONE) {
                result.put(name, new GroupStance(name, verdict.stance(), verdict.evidence()));
            }
        });
        return List.copyOf(result.values());
    }
}
