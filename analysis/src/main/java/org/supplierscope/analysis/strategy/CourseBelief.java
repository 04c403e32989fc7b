package org.supplierscope.analysis.strategy;

import java.util.Arrays;
import org.supplierscope.analysis.published.Stance;

/// How likely each course is at a moment, and how sharply the stories tell it, by stories before
/// and after that moment.
///
/// The model is that of [Belief], by which shifts are found: a course is a hidden state with two
/// values that changes at a constant rate in time, and a story names it with a probability, the
/// sharpness, that is the supplier's own and not known. Only, here a course is believed to last
/// eight years, as readers are told, and all stories count, the later ones too: the belief after
/// those before the moment and that after those behind it, read backward, are multiplied (forward
/// and backward passes; Rabiner, Proceedings of the IEEE 77, 1989). The chain is the same in both
/// directions, so one class does for both.
///
/// Hence how long a story is remembered follows from how often stories come. Few a year are
/// remembered for years, since a change among them is unlikely; of a busy supplier those of a new
/// course outweigh the old ones within weeks.
///
/// Immutable.
final class CourseBelief {

    private static final int PRECISE = 0;
    private static final int BROAD = 1;
    private static final int COURSES = 2;

    private static final double TAIL = 0.05;

    /// Shares of precision, the sharpness on one side of the middle, its rest on the other: as
    /// wide as the step between two of them.
    private static final double CELL = 0.05;

    private final double[] masses;

    private CourseBelief(double[] masses) {
        this.masses = masses;
    }

    /// Before any story.
    static CourseBelief first() {
        double[] masses = new double[Belief.SHARPNESS.length * COURSES];
        for (int at = 0; at < masses.length; at++) {
            masses[at] = Belief.prior(at / COURSES);
        }
        return normalised(masses);
    }

    /// Behind the last story: what nothing is known of leaves every belief as it is.
    static CourseBelief last() {
        double[] masses = new double[Belief.SHARPNESS.length * COURSES];
        Arrays.fill(masses, 1);
        return normalised(masses);
    }

    /// After some time, or before it, without a story.
    ///
    /// @param changes how many changes of course are expected in it, at least 0
    CourseBelief apart(double changes) {
        double turned = -Math.expm1(-2 * changes) / 2;
        double[] next = new double[masses.length];
        for (int at = 0; at < masses.length; at += COURSES) {
            double precise = masses[at + PRECISE];
            double broad = masses[at + BROAD];
            next[at + PRECISE] = precise + turned * (broad - precise);
            next[at + BROAD] = broad + turned * (precise - broad);
        }
        return new CourseBelief(next);
    }

    /// After a story. One that points to both sides counts as half a story of each: it favours no
    /// course, and says that stories do not tell it sharply.
    ///
    /// @param weight from 0 to 1: as how much of a story it counts
    CourseBelief told(Stance told, double weight) {
        int sign = ToldStory.sign(told);
        double towards = weight * (1 + sign) / 2;
        double against = weight * (1 - sign) / 2;
        double[] next = new double[masses.length];
        for (int at = 0; at < masses.length; at += COURSES) {
            double sharpness = Belief.SHARPNESS[at / COURSES];
            next[at + PRECISE] = masses[at + PRECISE] * Math.pow(sharpness, towards) * Math.pow(1 - sharpness, against);
            next[at + BROAD] = masses[at + BROAD] * Math.pow(sharpness, against) * Math.pow(1 - sharpness, towards);
        }
        return normalised(next);
    }

    /// The belief by the stories of both.
    ///
    /// @param other read from [#last()] backward to the same moment
    CourseBelief and(CourseBelief other) {
        double[] next = new double[masses.length];
        for (int at = 0; at < masses.length; at++) {
            next[at] = masses[at] * other.masses[at];
        }
        return normalised(next);
    }

    /// The mean and the range of the share of precision.
    Balance balance() {
        int steps = Belief.SHARPNESS.length;
        double[] cells = new double[2 * steps + 1];
        for (int i = 0; i < steps; i++) {
            cells[steps + 1 + i] = masses[i * COURSES + PRECISE];
            cells[steps - 1 - i] = masses[i * COURSES + BROAD];
        }
        double mean = 0;
        for (int i = 0; i < cells.length; i++) {
            mean += cells[i] * (i + 1) * CELL;
        }
        // A very narrow belief may put its mean outside a quantile by less than a cell.
        return Balance.ofShares(mean, Math.min(mean, quantile(cells, TAIL)), Math.max(mean, quantile(cells, 1 - TAIL)));
    }

    private static double quantile(double[] cells, double wanted) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            if (sum + cells[i] >= wanted) {
                return (i + 0.5 + (wanted - sum) / cells[i]) * CELL;
            }
            sum += cells[i];
        }
        return (cells.length + 0.5) * CELL;
    }

    private static CourseBelief normalised(double[] masses) {
        double sum = Arrays.stream(masses).sum();
        for (int at = 0; at < masses.length; at++) {
            masses[at] /= sum;
        }
        return new CourseBelief(masses);
    }
}
