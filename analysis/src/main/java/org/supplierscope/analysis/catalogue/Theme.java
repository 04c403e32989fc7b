package org.supplierscope.analysis.catalogue;

import java.util.List;

/// A theme of the industry: a technology, a product or a market.
///
/// @param id a slug such as `co-packaged-optics`, never changed once published
/// @param name for people
/// @param about what it is, in a line
/// @param names every name by which it is recognised, never empty
public record Theme(String id, String name, String about, List<KnownName> names) {

    /// Copies the names.
    public Theme {
        names = List.copyOf(names);
    }
}
