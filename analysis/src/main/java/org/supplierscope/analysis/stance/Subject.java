package org.supplierscope.analysis.stance;

import java.util.List;

/// Whom a clause speaks of.
sealed interface Subject {

    /// Nobody known yet, or somebody outside the catalogue: customers, rivals, the market.
    Subject OTHER = new Other();

    /// Suppliers of the catalogue, by id.
    record Suppliers(List<String> ids) implements Subject {
        public Suppliers {
            ids = List.copyOf(ids);
        }
    }

    /// Suppliers that are not named, in the passage's own words.
    record Group(String name) implements Subject {}

    /// See [Subject#OTHER].
    record Other() implements Subject {}
}
