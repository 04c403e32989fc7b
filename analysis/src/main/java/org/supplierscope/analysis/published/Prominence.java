package org.supplierscope.analysis.published;

/// How an article treats a supplier that it names.
public enum Prominence {
    /// The article is about it: the news is its own, or one that it shares with a few others.
    SUBJECT,
    /// It is only named: as a customer, rival, example or member of a long list.
    NAMED
}
