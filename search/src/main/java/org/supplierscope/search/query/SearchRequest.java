package org.supplierscope.search.query;

import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;

/// What is asked of the index.
///
/// @param query in the query language; blank finds everything
/// @param filter what else must be so
/// @param order of the hits
/// @param offset how many hits to pass over, from 0
/// @param limit how many hits to answer at most, 0 to [#MAX_LIMIT]
public record SearchRequest(String query, Filter filter, Order order, int offset, int limit) {

    /// The most hits answered at one time.
    public static final int MAX_LIMIT = 1_000;
    /// The deepest that hits are paged to; narrow the query to see more.
    public static final int MAX_DEPTH = 10_000;

    /// Checks the numbers.
    public SearchRequest {
        if (limit < 0 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be from 0 to " + MAX_LIMIT + ", not " + limit);
        }
        if (offset < 0 || offset > MAX_DEPTH) {
            throw new IllegalArgumentException("offset must be from 0 to " + MAX_DEPTH + ", not " + offset);
        }
    }

    /// What must be so of an article, beside what its query says.
    ///
    /// @param supplier id of a supplier that must be named; null for any
    /// @param about whether the article must be about that supplier rather than only name it;
    /// where none is given, about any
    /// @param stance what must be told, of that supplier when one is given, else of any supplier
    /// or group; null for any
    /// @param theme id of a theme that must be named; null for any
    /// @param copies what is wanted of copies; null for both, copies and what they are of
    public record Filter(
            @Nullable String supplier,
            boolean about,
            @Nullable Stance stance,
            @Nullable String theme,
            @Nullable Copies copies) {

        /// Lets every article through.
        public static final Filter NONE = new Filter(null, false, null, null, null);

        /// Articles that name a supplier.
        public static Filter naming(String supplier) {
            return NONE.withSupplier(supplier);
        }

        /// The same for another supplier, or any; without one there is nothing to be about.
        public Filter withSupplier(@Nullable String supplier) {
            return new Filter(supplier, about && supplier != null, stance, theme, copies);
        }

        /// The same, whether about the supplier or only naming it.
        public Filter withAbout(boolean about) {
            return new Filter(supplier, about, stance, theme, copies);
        }

        /// The same for another stance, or any.
        public Filter withStance(@Nullable Stance stance) {
            return new Filter(supplier, about, stance, theme, copies);
        }

        /// The same for another theme, or any.
        public Filter withTheme(@Nullable String theme) {
            return new Filter(supplier, about, stance, theme, copies);
        }

        /// The same with another wish of copies.
        public Filter withCopies(@Nullable Copies copies) {
            return new Filter(supplier, about, stance, theme, copies);
        }
    }

    /// What is wanted of copies.
    public enum Copies {
        /// None: of each text only what was seen first.
        WITHOUT,
        /// Nothing else.
        ONLY
    }

    /// The order of hits.
    public enum Order {
        /// Best match first; newest first where there is nothing to match.
        RELEVANCE,
        /// Newest first.
        NEWEST
    }
}
