package org.supplierscope.analysis.catalogue;

/// How far a name can be trusted to mean its supplier.
public enum Caution {
    /// Means the supplier wherever it stands, in any capitals.
    FREE,
    /// Means the supplier wherever it stands in exactly this spelling ("FOCI", never "foci").
    EXACT,
    /// Is also an everyday word or somebody else's name: needs a sign of a company beside it ("Coherent",
    /// "Tower").
    WARY,
    /// Too common to stand for itself: needs another name of the supplier in the same text, or a ticker ("WIN",
    /// 全新).
    SHORT
}
