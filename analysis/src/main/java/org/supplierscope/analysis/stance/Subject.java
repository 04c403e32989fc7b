package org.supplierscope.analysis.stance;

import java.util.List;

/// Whom a clause speaks of.
sealed interface Subject {

    /// Nobody known yet, or somebody outside the catalogue: customers, rivals, the market.
    Subject OTHER = new Other(true);

    /// The market, demand, a technology: it acts in a clause, but is nobody that the next one
    /// could go on about.
    Subject MARKET = new Other(false);

    /// Suppliers of the catalogue, by id.
    record Suppliers(List<String> ids) implements Subject {
        public Suppliers {
            ids = List.copyOf(ids);
        }
    }

    /// Suppliers that are not named, in the passage's own words.
    record Group(String name) implements Subject {}

    /// See [Subject#OTHER].
    ///
    /// @param firm whether it is somebody, and not a market or a technology
    record Other(boolean firm) implements Subject {}
}
