package org.supplierscope.analysis.strategy;

/// Where a course lies between all breadth (−1) and all precision (+1), and how far that is open.
///
/// @param mean of what is believed
/// @param low 5 % of it lies below
/// @param high 5 % of it lies above
record Balance(double mean, double low, double high) {

    /// Of shares of precision, which are from 0 to 1.
    static Balance ofShares(double mean, double low, double high) {
        return new Balance(stretched(mean), stretched(low), stretched(high));
    }

    /// Three decimals: more would pretend.
    private static double stretched(double share) {
        return Math.round((2 * share - 1) * 1000) / 1000.0;
    }
}
