package org.supplierscope.analysis.catalogue;

import java.util.Locale;

/// How far a name can be trusted to mean its supplier or theme.
public enum Caution {
    /// Means it wherever it stands, in any capitals.
    FREE,
    /// Means it wherever it stands in exactly this spelling ("FOCI", never "foci").
    CASE_SENSITIVE,
    /// Is also an everyday word or somebody else's name: needs a sign beside it ("Coherent",
    /// "Tower").
    NEEDS_CONTEXT,
    /// Too common to stand for itself: needs another name in the same text, or a ticker ("WIN",
    /// 全新).
    NEVER_ALONE;

    /// The key of catalogue files under which such names stand; those of [#FREE] stand under
    /// `names` or a language.
    public String key() {
        return this == FREE ? "names" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
