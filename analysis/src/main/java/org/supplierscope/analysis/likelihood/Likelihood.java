package org.supplierscope.analysis.likelihood;

/// How likely a sentence tells that a supplier plays each side; both may be likely.
///
/// @param precision from 0 to 1
/// @param breadth from 0 to 1
public record Likelihood(double precision, double breadth) {}
