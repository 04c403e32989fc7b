package org.supplierscope.analysis.strategy;

import org.supplierscope.analysis.published.Stance;

/// How likely each course is now, and each course before it, given the stories so far.
///
/// A course is followed as a hidden state with two values that changes at a constant rate in
/// time. A story names the true course with a probability, the sharpness, that differs from
/// supplier to supplier and is not known: the belief is held for each of several values of it at
/// once, and the stories themselves decide which to trust (a mixture of hidden Markov models,
/// filtered exactly). The other course is named with what remains, so the two sides are each
/// other's mirror.
///
/// Immutable.
final class Belief {

    /// Sharpness from just above a coin's to just below certainty.
    static final double[] SHARPNESS = {0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95};

    // For each sharpness four masses: the course at the anchor (PRECISION first), and the course now.
    private static final int STAYED_PRECISE = 0;
    private static final int BECAME_BROAD = 1;
    private static final int STAYED_BROAD = 2;
    private static final int BECAME_PRECISE = 3;
    private static final int MASSES = 4;

    private final double[] masses;

    private Belief(double[] masses) {
        this.masses = masses;
    }

    /// What is believed of the sharpness s at a place, up to a factor, before any story: it is
    /// ((s − ½)(1 − s))³, a Beta(4, 4) between a coin and certainty, since neither useless nor
    /// faultless readers are expected.
    static double prior(int place) {
        return Math.pow((SHARPNESS[place] - 0.5) * (1 - SHARPNESS[place]), 3);
    }

    /// Before any story: both courses alike.
    static Belief first() {
        double[] masses = new double[SHARPNESS.length * MASSES];
        for (int i = 0; i < SHARPNESS.length; i++) {
            masses[i * MASSES + STAYED_PRECISE] = prior(i) / 2;
            masses[i * MASSES + STAYED_BROAD] = prior(i) / 2;
        }
        return normalised(masses);
    }

    /// After a story.
    ///
    /// @param changes how many changes are expected in the time since the last one, at least 0
    /// @param told PRECISION or BREADTH
    /// @param weight from 0 to 1: as how much of a story it counts
    Belief after(double changes, Stance told, double weight) {
        double turned = -Math.expm1(-2 * changes) / 2;
        double stayed = 1 - turned;
        double[] next = new double[masses.length];
        for (int i = 0; i < SHARPNESS.length; i++) {
            double right = Math.pow(SHARPNESS[i], weight);
            double wrong = Math.pow(1 - SHARPNESS[i], weight);
            double precise = told == Stance.PRECISION ? right : wrong;
            double broad = told == Stance.PRECISION ? wrong : right;
            int at = i * MASSES;
            next[at + STAYED_PRECISE] =
                    precise * (stayed * masses[at + STAYED_PRECISE] + turned * masses[at + BECAME_BROAD]);
            next[at + BECAME_BROAD] =
                    broad * (stayed * masses[at + BECAME_BROAD] + turned * masses[at + STAYED_PRECISE]);
            next[at + STAYED_BROAD] =
                    broad * (stayed * masses[at + STAYED_BROAD] + turned * masses[at + BECAME_PRECISE]);
            next[at + BECAME_PRECISE] =
                    precise * (stayed * masses[at + BECAME_PRECISE] + turned * masses[at + STAYED_BROAD]);
        }
        return normalised(next);
    }

    /// How likely the course has become this one since the anchor.
    double became(Stance course) {
        return sum(course == Stance.PRECISION ? BECAME_PRECISE : BECAME_BROAD);
    }

    /// How likely the course has been this one from the anchor until now.
    double stayed(Stance course) {
        return sum(course == Stance.PRECISION ? STAYED_PRECISE : STAYED_BROAD);
    }

    /// The same belief, anchored now: from here on, changes count from the course that now is.
    Belief anchored() {
        double[] next = new double[masses.length];
        for (int at = 0; at < masses.length; at += MASSES) {
            next[at + STAYED_PRECISE] = masses[at + STAYED_PRECISE] + masses[at + BECAME_PRECISE];
            next[at + STAYED_BROAD] = masses[at + STAYED_BROAD] + masses[at + BECAME_BROAD];
        }
        return new Belief(next);
    }

    private double sum(int mass) {
        double sum = 0;
        for (int at = mass; at < masses.length; at += MASSES) {
            sum += masses[at];
        }
        return sum;
    }

    private static Belief normalised(double[] masses) {
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        for (int i = 0; i < masses.length; i++) {
            masses[i] /= sum;
        }
        return new Belief(masses);
    }
}
