package org.supplierscope.analysis.strategy;

/// How far two weights of evidence leave the balance open: a Beta(1 + precise, 1 + broad) for the
/// share of precision, stretched to −1 … +1.
///
/// @param mean of what is believed
/// @param low 5 % of it lies below
/// @param high 5 % of it lies above
record Balance(double mean, double low, double high) {

    private static final int CELLS = 400;
    private static final double TAIL = 0.05;

    /// @param precise weight of the stories of precision, at least 0
    /// @param broad weight of the stories of breadth, at least 0
    static Balance of(double precise, double broad) {
        double[] density = new double[CELLS];
        double mode = precise + broad == 0 ? 0.5 : precise / (precise + broad);
        double highest = log(mode, precise, broad);
        double all = 0;
        for (int i = 0; i < CELLS; i++) {
            density[i] = Math.exp(log((i + 0.5) / CELLS, precise, broad) - highest);
            all += density[i];
        }
        double mean = (1 + precise) / (2 + precise + broad);
        // A very narrow density may put its mean outside a quantile by less than a cell.
        double low = Math.min(mean, quantile(density, TAIL * all));
        double high = Math.max(mean, quantile(density, (1 - TAIL) * all));
        return new Balance(stretched(mean), stretched(low), stretched(high));
    }

    private static double log(double share, double precise, double broad) {
        // At the ends the mode itself is 0 or 1, where 0 · log 0 is 0.
        return (precise == 0 ? 0 : precise * Math.log(share)) + (broad == 0 ? 0 : broad * Math.log(1 - share));
    }

    private static double quantile(double[] density, double wanted) {
        double sum = 0;
        for (int i = 0; i < CELLS; i++) {
            if (sum + density[i] >= wanted) {
                return (i + (wanted - sum) / density[i]) / CELLS;
            }
            sum += density[i];
        }
        return 1;
    }

    /// Three decimals: more would pretend.
    private static double stretched(double share) {
        return Math.round((2 * share - 1) * 1000) / 1000.0;
    }
}
