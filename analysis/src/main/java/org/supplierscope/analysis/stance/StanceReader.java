package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;
import org.supplierscope.analysis.mention.MentionFinder;
import org.supplierscope.analysis.published.GroupStance;
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
/// Immutable and thread-safe; the same passage always gives the same reading. Any text is survived; the
/// time
/// taken grows in proportion to its length.
public final class StanceReader {

    private final Catalogue catalogue;
    private final MentionFinder finder;
    private final Parser parser = new Parser();

    /// A reader of the suppliers of a catalogue.
    public StanceReader(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.finder = new MentionFinder(catalogue);
    }

    /// Which reader decides, for records that outlive it.
    public String model() {
        return "rules-1";
    }

    /// Reads a passage. Every supplier that it names is listed, those without a course as NONE.
    public Reading read(Passage passage) {
        FoldedText text = new FoldedText(passage.title() + "\n" + passage.text());
        List<Mention> mentions = finder.find(text);
        Set<String> named = new LinkedHashSet<>();
        mentions.forEach(mention -> named.add(mention.supplier()));
        Parse parse = parser.parse(text, passage.title().length(), SentenceSplitter.split(text), mentions);
        return new Reading(suppliers(named, parse), groups(parse));
    }

    private List<SupplierStance> suppliers(Set<String> named, Parse parse) {
        List<SupplierStance> result = new ArrayList<>();
        for (String id : named) {
            Supplier supplier = catalogue.supplier(id).orElseThrow();
            Verdict verdict = Verdict.of(parse.ledger().of(id), parse.words());
            result.add(new SupplierStance(
                    id, supplier.name(), verdict.stance(), verdict.score(), verdict.confidence(), verdict.evidence()));
        }
        return result;
    }

    private static List<GroupStance> groups(Parse parse) {
        Map<String, GroupStance> result = new LinkedHashMap<>();
        parse.ledger().groups().forEach((name, statements) -> {
            Verdict verdict = Verdict.of(statements, parse.words());
            if (verdict.stance() != Stance.NONE) {
                result.put(name, new GroupStance(name, verdict.stance(), verdict.evidence()));
            }
        });
        return List.copyOf(result.values());
    }
}
