package org.supplierscope.search.query;

import java.util.List;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.Stance;

/// What the index answers.
///
/// @param total how many articles match, exactly
/// @param hits the asked part of them
/// @param suppliers how many matching articles name each supplier, most first
/// @param stances how many matching articles tell each stance, of a supplier or a group
public record SearchResult(long total, List<Hit> hits, List<SupplierCount> suppliers, List<StanceCount> stances) {

    /// An article that matches.
    ///
    /// @param insight the article and what analysis made of it
    /// @param highlight the passage of its text that matches best, as HTML: escaped, with the words found in
    /// `<mark>`
    /// @param copies how many other articles tell the same story
    public record Hit(Insight insight, String highlight, int copies) {}

    /// How often a supplier is named.
    ///
    /// @param id the supplier's id
    /// @param name its name
    /// @param count articles
    public record SupplierCount(String id, String name, int count) {}

    /// How often a stance is told.
    ///
    /// @param stance which
    /// @param count articles
    public record StanceCount(Stance stance, int count) {}
}
