package org.supplierscope.analysis.story;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.supplierscope.analysis.story.Wording.Kind;
import org.supplierscope.analysis.story.Wording.Term;

/// What an article is about, in at most [#SIZE] weighted terms of six bytes each.
///
/// A term's weight is ln(1 + how often it stands there) times its [Commonness].
///
/// @param terms hashes, ascending, distinct
/// @param weights of each term, in steps of [#STEP]; read without sign
/// @param marks of each term: its kind in the two upper bits, its weight among the first words in
/// the six lower ones, in steps of [#LEAD_STEP]
/// @param length of the text in words
@SuppressWarnings("ArrayRecordComponent") // read in tight loops; equality is not asked for
public record Gist(int[] terms, byte[] weights, byte[] marks, int length) {

    /// How many terms are kept, the heaviest. Half of all news articles have fewer than 150.
    public static final int SIZE = 256;

    /// Characters that are read; what comes later tells no other event, and a page of megabytes costs no more.
    private static final int READ = 20_000;

    /// 6.4, the highest weight of a term that stands once, times ln 13, so that no usual term is
    /// cut.
    static final double STEP = 16.0 / 255;

    static final double LEAD_STEP = 16.0 / 63;

    private record Weighed(int hash, double weight, double lead, Kind kind) {
        Weighed and(Weighed other) {
            return new Weighed(hash, weight + other.weight, lead + other.lead, kind);
        }
    }

    /// The gist of a text whose first words are its title.
    public static Gist of(String text) {
        List<Term> all = Wording.of(text.substring(0, Math.min(READ, text.length())));
        Map<String, int[]> counts = new HashMap<>();
        Map<String, Kind> kinds = new HashMap<>();
        for (Term term : all) {
            int[] count = counts.computeIfAbsent(term.text(), key -> new int[2]);
            count[0]++;
            count[1] += term.lead() ? 1 : 0;
            kinds.putIfAbsent(term.text(), term.kind());
        }
        Map<Integer, Weighed> weighed = new HashMap<>();
        counts.forEach((term, count) -> {
            double rare = Commonness.shipped().weight(term);
            if (rare > 0) {
                Kind kind = kinds.getOrDefault(term, Kind.WORD);
                int hash = hash(term);
                weighed.merge(
                        hash,
                        new Weighed(hash, Math.log1p(count[0]) * rare, Math.log1p(count[1]) * rare, kind),
                        Weighed::and);
            }
        });
        List<Weighed> kept = weighed.values().stream()
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed().thenComparingInt(Weighed::hash))
                .limit(SIZE)
                .sorted(Comparator.comparingInt(Weighed::hash))
                .toList();
        int[] terms = new int[kept.size()];
        byte[] weights = new byte[kept.size()];
        byte[] marks = new byte[kept.size()];
        for (int i = 0; i < terms.length; i++) {
            Weighed term = kept.get(i);
            terms[i] = term.hash();
            weights[i] = (byte) steps(term.weight(), STEP, 255);
            marks[i] = (byte) (term.kind().code() << 6 | steps(term.lead(), LEAD_STEP, 63));
        }
        return new Gist(terms, weights, marks, all.size());
    }

    /// An article of which nothing is known.
    public static Gist none() {
        return new Gist(new int[0], new byte[0], new byte[0], 0);
    }

    /// The weight of a term.
    double weight(int at) {
        return (weights[at] & 0xff) * STEP;
    }

    /// The weight of a term by the first words alone.
    double lead(int at) {
        return (marks[at] & 0x3f) * LEAD_STEP;
    }

    /// The code of a term's kind.
    int kind(int at) {
        return (marks[at] & 0xff) >> 6;
    }

    /// The places of the heaviest terms, heaviest first.
    List<Integer> heaviest(int count) {
        return IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(at -> -SameEvent.load(this, at))
                        .thenComparingInt(at -> terms[at]))
                .limit(count)
                .toList();
    }

    private static int steps(double value, double step, int most) {
        return (int) Math.min(most, Math.round(value / step));
    }

    private static int hash(String term) {
        int hash = term.hashCode() * 0x9e3779b9;
        return hash ^ hash >>> 15;
    }
}
