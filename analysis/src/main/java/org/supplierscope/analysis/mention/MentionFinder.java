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
import org.supplierscope.analysis.catalogue.KnownName;

/// Finds where a text names suppliers, or themes, of the catalogue: the front door of this
/// package.
///
/// ```java
/// MentionFinder.ofSuppliers(Catalogue.shipped()).find(new FoldedText("Largan (TWSE: 3008) adds
/// lines"));
/// ```
///
/// Immutable and thread-safe; the time taken grows in proportion to the text.
public final class MentionFinder {

    private static final int SHORTEST_INFLECTED = 4;
    private static final int MOST_TRIES = 200;

    private final Trie<Candidate> names = new Trie<>();
    private final Tickers tickers;
    private final NameJudge judge;

    private MentionFinder(Tickers tickers, NameJudge judge) {
        this.tickers = tickers;
        this.judge = judge;
    }

    /// A finder of the names and tickers of suppliers.
    public static MentionFinder ofSuppliers(Catalogue catalogue) {
        var tickers = new Tickers(catalogue.suppliers());
        var finder = new MentionFinder(tickers, new CompanyJudge(new CompanySigns(), tickers));
        catalogue.suppliers().forEach(supplier -> finder.put(supplier.id(), supplier.names()));
        return finder;
    }

    /// A finder of the names of themes; the ids of its mentions are those of themes.
    public static MentionFinder ofThemes(Catalogue catalogue) {
        var finder = new MentionFinder(new Tickers(List.of()), new ThemeJudge());
        catalogue.themes().forEach(theme -> finder.put(theme.id(), theme.names()));
        return finder;
    }

    private void put(String id, List<KnownName> known) {
        for (KnownName name : known) {
            names.put(name.text(), new Candidate(id, folded(name)));
        }
    }

    private static KnownName folded(KnownName name) {
        return new KnownName(
                name.text(),
                name.language(),
                name.caution(),
                folded(name.near()),
                folded(name.unlessBefore()),
                folded(name.unlessAfter()),
                folded(name.unlessNear()));
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
        Set<String> meant = meant(text, hits, sure);
        sure.addAll(meant);
        List<Mention> found = new ArrayList<>();
        for (Hit hit : hits) {
            if (sure.contains(hit.supplier())) {
                found.add(new Mention(hit.supplier(), hit.start(), judge.absorb(text, hit)));
            }
        }
        return judge.tidied(text, found);
    }

    /// Those that are not sure but meant. One sign is enough, and is looked for at a limited
    /// number of places, so that a text of nothing but one doubtful name takes no longer than
    /// another.
    private Set<String> meant(FoldedText text, List<Hit> hits, Set<String> sure) {
        Set<String> meant = new HashSet<>();
        Map<String, Integer> tries = new HashMap<>();
        for (int i = 0; i < hits.size(); i++) {
            Hit hit = hits.get(i);
            if (!hit.isSure()
                    && !sure.contains(hit.supplier())
                    && !meant.contains(hit.supplier())
                    && tries.merge(hit.supplier(), 1, Integer::sum) <= MOST_TRIES
                    && judge.isMeant(text, hit, hits, i)) {
                meant.add(hit.supplier());
            }
        }
        return meant;
    }

    private List<Hit> hits(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.at(at);
            boolean word = FoldedText.isWord(c);
            if (word || Character.isLetterOrDigit(c) || Character.isHighSurrogate(c)) {
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
        Trie.Bounds bounds = (start, end) -> text.isWhole(start, end) || isInflected(text, start, end);
        for (Trie.Match<Candidate> match : names.matches(text, at, text.length(), bounds)) {
            Hit hit = likeliest(text, at, match);
            if (hit != null) {
                return hit;
            }
        }
        Mention ticker = tickers.at(text, at);
        return ticker == null
                ? null
                : new Hit(
                        ticker.supplier(), KnownName.of(text.slice(at, ticker.end()), Caution.FREE), at, ticker.end());
    }

    /// Of those that share a name, the first that is trusted, or else the first of which one of
    /// its own words stands around.
    private @Nullable Hit likeliest(FoldedText text, int at, Trie.Match<Candidate> match) {
        boolean whole = text.isWhole(at, match.end());
        Hit likeliest = null;
        for (Candidate candidate : match.values()) {
            Hit hit = new Hit(candidate.id(), candidate.name(), at, whole ? match.end() : match.end() + 1);
            if ((whole || hit.isSure()) && judge.isSpelled(text, at, match.end(), candidate.name())) {
                if (hit.isSure()) {
                    return hit;
                }
                boolean nearer = likeliest != null
                        && !Neighbours.isNearOwnWord(text, likeliest)
                        && Neighbours.isNearOwnWord(text, hit);
                likeliest = likeliest == null || nearer ? hit : likeliest;
            }
        }
        return likeliest;
    }

    /// "Largans Linsen" and "the Intels of this world": a name of some length with an s of its
    /// own language behind.
    private static boolean isInflected(FoldedText text, int start, int end) {
        return end - start >= SHORTEST_INFLECTED
                && end < text.length()
                && text.original().charAt(end) == 's'
                && text.at(end - 1) != 's'
                && text.isWhole(start, end + 1);
    }

    /// A name in the trie.
    private record Candidate(String id, KnownName name) {}
}
