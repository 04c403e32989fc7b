package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.Stance;

/// What a passage tells of one supplier.
///
/// @param stance the likeliest label
/// @param score from -1 (breadth) to 1 (precision): how much likelier the one label is than the
/// other; 0 for NONE
/// @param confidence from 0 to 1: how likely the label is
/// @param evidence strongest first, no sentence twice; of MIXED the strongest of each side first
record Course(Stance stance, double score, double confidence, List<Evidence> evidence) {

    /// A sentence from this likelihood on is evidence beside the strongest: a judgement, since
    /// the strongest is nearly always there.
    private static final double ENOUGH = 0.3;

    /// More than a reader looks through.
    private static final int MOST = 5;

    /// What others tell is trusted less, however sure it is that they tell it: a judgement.
    private static final double HEARSAY = 0.8;

    private record Telling(int sentence, Stance side, double likelihood) {}

    /// The course of the supplier that a passage is seen from.
    ///
    /// @param likely how likely each label is
    /// @param sentences how likely each sentence tells each side
    static Course of(Map<Stance, Double> likely, List<Likelihood> sentences, View view, CueReader cues) {
        Stance stance = stance(likely);
        double most = likely.getOrDefault(stance, 0.0);
        if (stance == Stance.NONE) {
            return new Course(stance, 0, most, List.of());
        }
        double score = likely.getOrDefault(Stance.PRECISION, 0.0) - likely.getOrDefault(Stance.BREADTH, 0.0);
        List<Telling> tellings = tellings(stance, sentences);
        boolean hearsay = tellings.stream().allMatch(each -> view.hearsay().get(each.sentence()));
        double confidence = most * (hearsay ? HEARSAY : 1);
        List<Evidence> evidence = tellings.stream()
                .map(each -> cues.evidence(each.sentence(), each.side()))
                .toList();
        return new Course(stance, score, confidence, evidence);
    }

    /// The likeliest label.
    static Stance stance(Map<Stance, Double> likely) {
        return likely.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Stance.NONE);
    }

    private static List<Telling> tellings(Stance stance, List<Likelihood> sentences) {
        List<Telling> precision = side(Stance.PRECISION, sentences, Likelihood::precision);
        List<Telling> breadth = side(Stance.BREADTH, sentences, Likelihood::breadth);
        List<Telling> chosen = new ArrayList<>();
        if (stance != Stance.MIXED) {
            chosen.addAll(stance == Stance.PRECISION ? precision : breadth);
        } else {
            chosen.add(precision.getFirst());
            chosen.add(breadth.getFirst());
            chosen.sort(Comparator.comparingDouble(each -> -each.likelihood()));
            List<Telling> rest = new ArrayList<>(precision.subList(1, precision.size()));
            rest.addAll(breadth.subList(1, breadth.size()));
            rest.sort(Comparator.comparingDouble(each -> -each.likelihood()));
            chosen.addAll(rest);
        }
        List<Telling> once = new ArrayList<>();
        for (Telling each : chosen) {
            if (once.size() < MOST && once.stream().noneMatch(had -> had.sentence() == each.sentence())) {
                once.add(each);
            }
        }
        return once;
    }

    /// The sentences that tell a side, strongest first; the strongest even where it is weak.
    private static List<Telling> side(Stance side, List<Likelihood> sentences, ToDoubleFunction<Likelihood> of) {
        List<Telling> all = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            all.add(new Telling(i, side, of.applyAsDouble(sentences.get(i))));
        }
        all.sort(Comparator.comparingDouble(each -> -each.likelihood()));
        int enough = 1;
        while (enough < all.size() && all.get(enough).likelihood() >= ENOUGH) {
            enough++;
        }
        return all.subList(0, enough);
    }
}
