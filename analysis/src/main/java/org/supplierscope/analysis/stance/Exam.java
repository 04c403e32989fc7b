package org.supplierscope.analysis.stance;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.supplierscope.analysis.published.Stance;

/// Counts how often a model gives the label that a reader gave. For one thread.
public final class Exam {

    private final Map<Stance, Map<Stance, Integer>> counts = new EnumMap<>(Stance.class);
    private int all;

    void take(Stance right, Stance said) {
        counts.computeIfAbsent(right, _ -> new EnumMap<>(Stance.class)).merge(said, 1, Integer::sum);
        all++;
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
                "pairs=%d accuracy=%.3f macro_f1=%.3f%s",
                all,
                accuracy(),
                sum / Stance.values().length,
                words);
    }
}
