package org.supplierscope.analysis.published;

/// The course that a text tells of a supplier.
public enum Stance {
    /// Narrows: specialised, high specification, premium, tailored, few customers.
    PRECISION,
    /// Widens: mass production, capacity, cost, wide range, many customers.
    BREADTH,
    /// Both, each with a statement of its own.
    MIXED,
    /// The text tells of no course.
    NONE
}
