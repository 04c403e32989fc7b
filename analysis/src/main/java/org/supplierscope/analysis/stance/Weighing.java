package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.published.Stance;

/// A whole passage seen from one supplier, as a short row of numbers to weigh: how strongly its
/// sentences tell each side, how many do, and what the rules found.
final class Weighing {

    /// Steps between which a likelihood may lie; so the weight of a step is learned, not its
    /// slope.
    private static final double[] STEPS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9};

    private static final int SIDE = STEPS.length + 9;
    private static final int BOTH = 6;
    private static final int RIVALS = 3;
    private static final int PLACE = 5;

    /// How many numbers a row has.
    static final int WIDTH = 2 * SIDE + BOTH + 2 * RIVALS + PLACE;

    /// From here on a sentence counts as telling a side: below one half, since a side that only
    /// one sentence tells must not be lost; .3 and .4 were no better in cross-validation, when
    /// this threshold still decided.
    private static final double TOLD = 0.35;

    /// No sentence is surer than this, or less sure than its counterpart.
    private static final double SURE = 0.02;

    private Weighing() {}

    /// A row for each view of a passage.
    ///
    /// @param views the passage, seen from each supplier that it names
    /// @param all for each view how likely each sentence tells each side
    static List<double[]> rows(List<View> views, List<List<Likelihood>> all) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            rows.add(row(views.get(i), i, all));
        }
        return rows;
    }

    private static double[] row(View view, int own, List<List<Likelihood>> all) {
        List<Likelihood> sentences = all.get(own);
        double[] precision = side(sentences, view.statements(), Stance.PRECISION, Likelihood::precision);
        double[] breadth = side(sentences, view.statements(), Stance.BREADTH, Likelihood::breadth);
        return concat(
                precision,
                breadth,
                both(sentences, precision, breadth),
                rivals(own, all, Likelihood::precision),
                rivals(own, all, Likelihood::breadth),
                place(view, all.size()));
    }

    private static double[] concat(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /// How strongly the other suppliers are told the same side: at all, and by the sentence that
    /// tells it most of this one.
    private static double[] rivals(int own, List<List<Likelihood>> all, ToDoubleFunction<Likelihood> of) {
        int best = 0;
        List<Likelihood> sentences = all.get(own);
        for (int i = 0; i < sentences.size(); i++) {
            best = of.applyAsDouble(sentences.get(i)) > of.applyAsDouble(sentences.get(best)) ? i : best;
        }
        double there = 0;
        double anywhere = 0;
        for (int other = 0; other < all.size(); other++) {
            for (int i = 0; other != own && i < sentences.size(); i++) {
                double likely = of.applyAsDouble(all.get(other).get(i));
                anywhere = Math.max(anywhere, likely);
                there = i == best ? Math.max(there, likely) : there;
            }
        }
        return new double[] {there, anywhere, sentences.isEmpty() ? 0 : of.applyAsDouble(sentences.get(best)) - there};
    }

    /// Where the passage names the supplier, among how many.
    private static double[] place(View view, int suppliers) {
        double named = view.names().stream().filter(each -> each).count();
        return new double[] {
            Math.min(4, suppliers) - 1.0,
            suppliers == 1 ? 1 : 0,
            named / Math.max(1, view.names().size()),
            !view.names().isEmpty() && view.names().getFirst() ? 1 : 0,
            Math.min(3, named)
        };
    }

    private static double[] side(
            List<Likelihood> sentences, List<Statement> statements, Stance side, ToDoubleFunction<Likelihood> of) {
        List<Double> sorted = sentences.stream()
                .map(of::applyAsDouble)
                .sorted(Comparator.reverseOrder())
                .toList();
        double most = at(sorted, 0);
        double[] row = new double[SIDE];
        for (int i = 0; i < STEPS.length; i++) {
            row[i] = most >= STEPS[i] ? 1 : 0;
        }
        int i = STEPS.length;
        double none = sorted.stream().mapToDouble(each -> 1 - each).reduce(1, (one, other) -> one * other);
        double sum = sorted.stream()
                .mapToDouble(each -> each)
                .filter(each -> each >= TOLD)
                .sum();
        row[i++] = odds(most);
        row[i++] = odds(at(sorted, 1));
        row[i++] = odds(at(sorted, 2));
        row[i++] = odds(1 - none);
        row[i++] = Math.min(3, sum);
        row[i++] = sum / Math.max(1, sentences.size());
        row[i++] = sentences.isEmpty() ? 0 : of.applyAsDouble(sentences.getFirst());
        double rules = Verdict.told(statements, side);
        row[i++] = Math.min(2, rules);
        row[i] = rules >= Verdict.ENOUGH ? 1 : 0;
        return row;
    }

    private static double[] both(List<Likelihood> sentences, double[] precision, double[] breadth) {
        double together = 0;
        double p = 0;
        double b = 0;
        for (Likelihood each : sentences) {
            together = Math.max(together, Math.min(each.precision(), each.breadth()));
            p += each.precision() >= TOLD ? each.precision() : 0;
            b += each.breadth() >= TOLD ? each.breadth() : 0;
        }
        double most = Math.max(p, b);
        double weaker = Math.min(precision[STEPS.length], breadth[STEPS.length]);
        return new double[] {
            weaker,
            together,
            most == 0 ? 0 : Math.min(p, b) / most,
            Math.abs(precision[STEPS.length] - breadth[STEPS.length]),
            Math.log(Math.max(1, sentences.size())),
            Math.min(p, b) > 0 ? 1 : 0
        };
    }

    private static double at(List<Double> sorted, int i) {
        return i < sorted.size() ? sorted.get(i) : 0;
    }

    /// The logarithm of the odds, cut where a learner is surer than it has reason to be.
    private static double odds(double likelihood) {
        double cut = Math.max(SURE, Math.min(1 - SURE, likelihood));
        return Math.log(cut / (1 - cut));
    }
}
