package org.supplierscope.analysis.stance;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.supplierscope.analysis.published.Stance;

/// Counts how often a model gives the label that a reader gave. For one thread.
public final class Exam {

    private static final int BINS = 10;

    private final Map<Stance, Map<Stance, Integer>> counts = new EnumMap<>(Stance.class);
    private final double[] confidence = new double[BINS];
    private final int[] rightInBin = new int[BINS];
    private int all;

    /// @param sure from 0 to 1: how likely the model says its label is
    void take(Stance right, Stance said, double sure) {
        counts.computeIfAbsent(right, _ -> new EnumMap<>(Stance.class)).merge(said, 1, Integer::sum);
        all++;
        int bin = Math.min(BINS - 1, (int) (sure * BINS));
        confidence[bin] += sure;
        rightInBin[bin] += right == said ? 1 : 0;
    }

    /// How far confidence is from the share of right labels, mean over the labels in ten bins of
    /// confidence: the expected calibration error of Naeini et al. (AAAI 2015). 0 is best.
    public double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - rightInBin[bin]);
        }
        return all == 0 ? 0 : error / all;
    }

    /// F1 of a label, 0 when neither side has it.
    public double f1(Stance label) {
        int right = count(label, label);
        int either = 0;
        for (Stance other : Stance.values()) {
            either += count(label, other) + count(other, label);
        }
        return either == 0 ? 0 : 2.0 * right / either;
    }

    /// Share of right labels.
    public double accuracy() {
        int right = 0;
        for (Stance label : Stance.values()) {
            right += count(label, label);
        }
        return all == 0 ? 0 : (double) right / all;
    }

    private int count(Stance label, Stance said) {
        return counts.getOrDefault(label, Map.of()).getOrDefault(said, 0);
    }

    @Override
    public String toString() {
        var words = new StringBuilder();
        double sum = 0;
        for (Stance label : Stance.values()) {
            sum += f1(label);
            words.append(String.format(Locale.ROOT, " %s=%.3f", label, f1(label)));
        }
        return String.format(
                Locale.ROOT,
                "pairs=%d accuracy=%.3f macro_f1=%.3f%s calibration_error=%.3f",
                all,
                accuracy(),
                sum / Stance.values().length,
                words,
                calibrationError());
    }
}
