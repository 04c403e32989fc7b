package org.supplierscope.deploy.bench;

import java.util.List;

/// What half of the measurements do not reach.
final class Median {

    private Median() {}

    /// The middle one, or the mean of the two in the middle.
    ///
    /// @param values not empty
    static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
