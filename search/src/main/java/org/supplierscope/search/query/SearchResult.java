package org.supplierscope.search.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.ingest.published.Article;

/// What the index answers.
///
/// @param total how many articles match, exactly
/// @param hits the asked part of them
/// @param counts what there is among all of them
public record SearchResult(long total, List<Hit> hits, Counts counts) {

    /// An article that matches.
    ///
    /// @param insight the article and what analysis made of it
    /// @param highlight the passage of its text that matches best, as HTML: escaped, with the words found in
    /// `<mark>`
    /// @param sameStory how many other articles tell the same story
    /// @param copies how many articles copy the text of this one
    /// @param original the article that this one copies; null when it copies none, or when that one
    /// is not in the index
    public record Hit(
            Insight insight,
            String highlight,
            int sameStory,
            int copies,
            @Nullable Article original) {}

    /// How many of the articles that match tell what.
    ///
    /// @param suppliers how many name each supplier, most first
    /// @param stances how many tell each stance, of a supplier or a group
    /// @param themes how many name each theme, most first
    /// @param copies how many copy another one
    public record Counts(
            List<SupplierCount> suppliers, List<StanceCount> stances, List<ThemeCount> themes, int copies) {

        /// Where no article matches.
        public static final Counts NONE = new Counts(List.of(), List.of(), List.of(), 0);
    }

    /// How often a supplier is named.
    ///
    /// @param id the supplier's id
    /// @param name its name
    /// @param count articles that name it
    /// @param about articles that are about it
    public record SupplierCount(String id, String name, int count, int about) {}

    /// How often a stance is told.
    ///
    /// @param stance which
    /// @param count articles
    public record StanceCount(Stance stance, int count) {}

    /// How often a theme is named.
    ///
    /// @param id the theme's id
    /// @param name its name
    /// @param count articles
    public record ThemeCount(String id, String name, int count) {}
}
