package org.supplierscope.search.query;

import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;

/// What is asked of the index.
///
/// @param query in the query language; blank finds everything
/// @param supplier id of a supplier that must be named; null for any
/// @param stance what must be told, of that supplier when one is given, else of any supplier or group; null
/// for any
/// @param order of the hits
/// @param offset how many hits to pass over, from 0
/// @param limit how many hits to answer at most, 0 to [#MAX_LIMIT]
public record SearchRequest(
        String query, @Nullable String supplier, @Nullable Stance stance, Order order, int offset, int limit) {

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

    /// The order of hits.
    public enum Order {
        /// Best match first; newest first where there is nothing to match.
        RELEVANCE,
        /// Newest first.
        NEWEST
    }
}
