package org.supplierscope.analysis.likelihood;

/// How likely a sentence tells that a supplier plays each side; both may be likely.
///
/// @param precision from 0 to 1
/// @param breadth from 0 to 1
public record Likelihood(double precision, double breadth) {

    /// A sentence that tells neither side.
    public static final Likelihood NEITHER = new Likelihood(0, 0);

    /// The greater of both, side by side.
    public Likelihood or(Likelihood other) {
        return new Likelihood(Math.max(precision, other.precision), Math.max(breadth, other.breadth));
    }
}
