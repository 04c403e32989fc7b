package org.supplierscope.analysis.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A supplier: facts only.
///
/// @param id a slug such as `largan-precision`, never changed once published
/// @param name for people
/// @param legal the registered name; null when not known for sure
/// @param country where it is based
/// @param role what it makes
/// @param parent id of the supplier that owns or leads it; null when there is none in the
/// catalogue
/// @param tickers under which it is listed; empty when not listed or not known for sure
/// @param names every name by which it is recognised, never empty
public record Supplier(
        String id,
        String name,
        @Nullable String legal,
        String country,
        String role,
        @Nullable String parent,
        List<Ticker> tickers,
        List<KnownName> names) {

    /// Copies the lists.
    public Supplier {
        tickers = List.copyOf(tickers);
        names = List.copyOf(names);
    }
}
