package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
/// Reading reading = reader.read(new Passage("Largan triples capacity", "The company builds three plants.", "en"));
/// ```
///
/// Immutable and thread-safe; the same passage always gives the same reading. Any text is survived; the time
/// taken grows in proportion to its length.
public final class StanceReader {

    /// From this share of all mentions on a supplier is what the passage is about.
    private static final double TOPIC_SHARE = 0.5;

    private final Catalogue catalogue;
    private final MentionFinder finder;
    private final Tokeniser tokeniser = new Tokeniser(new Lexicon());
    private final Attribution attribution = new Attribution(new Grammar());

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
        List<Sentence> sentences = SentenceSplitter.split(text);
        Discourse discourse = new Discourse(named, properNouns(text));
        Subject.Suppliers topic = topic(mentions, passage.title().length());
        if (topic != null) {
            discourse.noteTopic(topic);
        }
        Ledger ledger = ledger(text, mentions, discourse, sentences);
        List<String> words = sentences.stream().map(each -> each.in(text)).toList();
        return new Reading(suppliers(named, ledger, words), groups(ledger, words));
    }

    /// Whom the passage is about: the supplier that it names more often than all others together, a name in the
    /// title counted twice; null if there is none.
    private static Subject.@Nullable Suppliers topic(List<Mention> mentions, int titleEnd) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int all = 0;
        for (Mention mention : mentions) {
            int weight = mention.start() < titleEnd ? 2 : 1;
            counts.merge(mention.supplier(), weight, Integer::sum);
            all += weight;
        }
        double enough = TOPIC_SHARE * all;
        return counts.entrySet().stream()
                .filter(each -> each.getValue() > enough)
                .findFirst()
                .map(each -> new Subject.Suppliers(List.of(each.getKey())))
                .orElse(null);
    }

    private static boolean beginsParagraph(FoldedText text, Sentence sentence) {
        int before = sentence.start() - 1;
        while (before > 0 && text.at(before) != '\n' && Character.isWhitespace(text.at(before))) {
            before--;
        }
        return before > 0 && text.at(before) == '\n';
    }

    private Ledger ledger(FoldedText text, List<Mention> mentions, Discourse discourse, List<Sentence> sentences) {
        Ledger ledger = new Ledger();
        int first = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            while (first < mentions.size() && mentions.get(first).end() <= sentence.start()) {
                first++;
            }
            if (beginsParagraph(text, sentence)) {
                discourse.newParagraph();
            }
            List<Token> tokens = tokeniser.tokens(text, sentence, mentions, first);
            attribution.read(text, i, tokens, discourse, ledger);
        }
        return ledger;
    }

    private static Set<String> properNouns(FoldedText text) {
        Set<String> nouns = new HashSet<>();
        String original = text.original();
        for (int at = 2; at < text.length(); at++) {
            if (Character.isUpperCase(original.charAt(at))
                    && !FoldedText.isWord(text.at(at - 1))
                    && (text.at(at - 1) == ' '
                            && (Character.isLowerCase(original.charAt(at - 2)) || text.at(at - 2) == ','))) {
                int end = text.wordEnd(at);
                nouns.add(text.slice(at, end));
                at = end;
            }
        }
        return nouns;
    }

    private List<SupplierStance> suppliers(Set<String> named, Ledger ledger, List<String> sentences) {
        List<SupplierStance> result = new ArrayList<>();
        for (String id : named) {
            Supplier supplier = catalogue.supplier(id).orElseThrow();
            Verdict verdict = Verdict.of(ledger.of(id), sentences);
            result.add(new SupplierStance(
                    id, supplier.name(), verdict.stance(), verdict.score(), verdict.confidence(), verdict.evidence()));
        }
        return result;
    }

    private static List<GroupStance> groups(Ledger ledger, List<String> sentences) {
        Map<String, GroupStance> result = new LinkedHashMap<>();
        ledger.groups().forEach((name, statements) -> {
            Verdict verdict = Verdict.of(statements, sentences);
            if (verdict.stance() != Stance.NONE) {
                result.put(name, new GroupStance(name, verdict.stance(), verdict.evidence()));
            }
        });
        return List.copyOf(result.values());
    }
}
