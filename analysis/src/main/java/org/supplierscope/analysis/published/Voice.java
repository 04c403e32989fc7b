package org.supplierscope.analysis.published;

/// Who tells what a sentence tells of a supplier.
public enum Voice {
    /// The supplier itself: its people, its releases, its reports.
    COMPANY,
    /// Analysts, brokers, research houses.
    ANALYST,
    /// Another supplier.
    RIVAL,
    /// The article's own words, or sources that it does not name.
    UNNAMED
}
