package org.supplierscope.analysis.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Caution;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.catalogue.SupplierName;

/// Finds where a text names suppliers of the catalogue: the front door of this package.
///
/// ```java
/// new MentionFinder(Catalogue.shipped()).find(new FoldedText("Largan (TWSE: 3008) adds lines"));
/// ```
///
/// Immutable and thread-safe; the time taken grows in proportion to the text.
public final class MentionFinder {

    private final Trie<Candidate> names = new Trie<>();
    private final Tickers tickers;
    private final CompanySigns signs = new CompanySigns();
    private final NameJudge judge = new NameJudge(signs);

    /// A finder of the names and tickers of a catalogue.
    public MentionFinder(Catalogue catalogue) {
        tickers = new Tickers(catalogue);
        for (Supplier supplier : catalogue.suppliers()) {
            for (SupplierName name : supplier.names()) {
                names.put(name.text(), new Candidate(supplier.id(), folded(name)));
            }
        }
    }

    private static SupplierName folded(SupplierName name) {
        return new SupplierName(
                name.text(),
                name.caution(),
                folded(name.near()),
                folded(name.unlessBefore()),
                folded(name.unlessAfter()));
    }

    private static Set<String> folded(Set<String> words) {
        return words.stream()
                .map(word -> new FoldedText(word).slice(0, word.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// All mentions in order, none overlapping another.
    public List<Mention> find(FoldedText text) {
        List<Hit> hits = hits(text);
        Set<String> sure = new HashSet<>();
        for (Hit hit : hits) {
            if (hit.isSure()) {
                sure.add(hit.supplier());
            }
        }
        List<Hit> wary = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (!hit.isSure() && judge.isCompany(text, hit, hits, i)) {
                wary.add(hit);
            }
        }
        wary.forEach(hit -> sure.add(hit.supplier()));
        List<Mention> found = new ArrayList<>();
        for (Hit hit : hits) {
            if (sure.contains(hit.supplier())) {
                found.add(new Mention(hit.supplier(), hit.start(), judge.absorb(text, hit)));
            }
        }
        return joined(text, renamed(text, found));
    }

    private List<Hit> hits(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.at(at);
            boolean word = FoldedText.isWord(c);
            if (word || FoldedText.isHan(c)) {
                Hit hit = hit(text, at);
                if (hit != null) {
                    hits.add(hit);
                    at = hit.end();
                    continue;
                }
            }
            at = word ? text.wordEnd(at) : at + 1;
        }
        return hits;
    }

    private @Nullable Hit hit(FoldedText text, int at) {
        for (Trie.Match<Candidate> match : names.matches(text, at, text.length())) {
            for (Candidate candidate : match.values()) {
                if (judge.isSpelled(text, at, match.end(), candidate.name())) {
                    return new Hit(candidate.supplier(), candidate.name(), at, match.end());
                }
            }
        }
        Mention ticker = tickers.at(text, at);
        return ticker == null
                ? null
                : new Hit(
                        ticker.supplier(),
                        SupplierName.of(text.slice(at, ticker.end()), Caution.FREE),
                        at,
                        ticker.end());
    }

    /// "Samsung" after "Samsung SDI" means Samsung SDI, if nothing else in the text names Samsung Electronics:
    /// a name that begins a longer name of somebody else, used before, is taken for its short form.
    private static List<Mention> renamed(FoldedText text, List<Mention> found) {
        Map<String, Integer> longest = new HashMap<>();
        for (Mention mention : found) {
            longest.merge(mention.supplier(), mention.end() - mention.start(), Math::max);
        }
        List<Mention> result = new ArrayList<>();
        Map<String, String> begun = new HashMap<>();
        for (Mention mention : found) {
            String surface = text.slice(mention.start(), mention.end());
            String meant = begun.get(surface);
            boolean onlyShort = longest.getOrDefault(mention.supplier(), 0) <= surface.length();
            if (meant != null && onlyShort && !meant.equals(mention.supplier())) {
                result.add(new Mention(meant, mention.start(), mention.end()));
                continue;
            }
            int space = surface.indexOf(' ');
            if (space > 0) {
                begun.putIfAbsent(surface.substring(0, space), mention.supplier());
            }
            result.add(mention);
        }
        return result;
    }

    /// "Largan (3008.TW)" is one mention.
    private static List<Mention> joined(FoldedText text, List<Mention> found) {
        List<Mention> result = new ArrayList<>();
        for (Mention mention : found) {
            Mention last = result.isEmpty() ? null : result.getLast();
            if (last != null && mention.start() < last.end()) {
                continue;
            }
            if (last != null && last.supplier().equals(mention.supplier()) && isParenthesis(text, last, mention)) {
                int end = text.at(mention.end()) == ')' ? mention.end() + 1 : mention.end();
                result.set(result.size() - 1, new Mention(last.supplier(), last.start(), end));
            } else {
                result.add(mention);
            }
        }
        return result;
    }

    private static boolean isParenthesis(FoldedText text, Mention last, Mention next) {
        int gap = next.start() - last.end();
        if (gap < 1 || gap > 16) {
            return false;
        }
        String between = text.slice(next.start() - gap, next.start());
        return between.strip().startsWith("(") && between.indexOf(')') < 0;
    }

    /// A name in the trie.
    private record Candidate(String supplier, SupplierName name) {}
}
