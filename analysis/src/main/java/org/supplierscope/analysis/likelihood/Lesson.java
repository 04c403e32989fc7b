package org.supplierscope.analysis.likelihood;

/// A sentence of a training text, seen from one supplier, with what a reader says of it.
///
/// @param traits what it shows
/// @param precision whether it tells PRECISION
/// @param breadth whether it tells BREADTH
public record Lesson(Traits traits, boolean precision, boolean breadth) {}
