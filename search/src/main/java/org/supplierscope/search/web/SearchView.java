package org.supplierscope.search.web;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.query.SearchRequest;
import org.supplierscope.search.query.SearchRequest.Order;
import org.supplierscope.search.query.SearchResult;

/// The search page.
///
/// @param query as typed
/// @param supplier id of the supplier filtered by; null for none
/// @param stance the stance filtered by, lower-case; null for none
/// @param order the order chosen, lower-case; null for the usual one
/// @param problem what is wrong with the request; null when nothing is
/// @param total how many articles match
/// @param first number of the first hit shown, from 1
/// @param last number of the last hit shown
/// @param hits those shown
/// @param suppliers filters by supplier
/// @param stances filters by stance
/// @param orders the orders to choose from
/// @param previous link to the page before; null on the first
/// @param next link to the page after; null on the last
/// @param api the same question as a REST address
public record SearchView(
        String query,
        @Nullable String supplier,
        @Nullable String stance,
        @Nullable String order,
        @Nullable String problem,
        long total,
        long first,
        long last,
        List<HitView> hits,
        List<Choice> suppliers,
        List<Choice> stances,
        List<Choice> orders,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String api) {

    /// Suppliers listed beside the hits; the rest is found by name.
    private static final int LISTED = 15;

    /// One choice of a filter.
    ///
    /// @param label for people
    /// @param css style class
    /// @param count how many articles; negative when it is not counted
    /// @param link the page with the choice made, or taken back when it is the current one
    /// @param current whether it is the one made
    public record Choice(String label, String css, int count, String link, boolean current) {}

    static SearchView of(RequestParameters parameters, SearchRequest request, SearchResult result) {
        String query = parameters.query();
        String supplier = request.supplier();
        String stance = request.stance() == null ? null : StanceView.css(request.stance());
        String order = request.order() == Order.NEWEST ? "newest" : null;
        long last =
                Math.min(result.total(), (long) request.offset() + result.hits().size());
        boolean more = last < result.total()
                && request.limit() > 0
                && request.offset() + request.limit() <= SearchRequest.MAX_DEPTH;
        return new SearchView(
                query,
                supplier,
                stance,
                order,
                null,
                result.total(),
                result.hits().isEmpty() ? 0 : request.offset() + 1,
                last,
                result.hits().stream().map(HitView::of).toList(),
                suppliers(query, supplier, stance, order, result),
                stances(query, supplier, request.stance(), order, result),
                List.of(
                        new Choice("Best match", "", -1, Links.search(query, supplier, stance, null, 0), order == null),
                        new Choice(
                                "Newest", "", -1, Links.search(query, supplier, stance, "newest", 0), order != null)),
                request.offset() == 0
                        ? null
                        : Links.search(query, supplier, stance, order, Math.max(0, request.offset() - request.limit())),
                more ? Links.search(query, supplier, stance, order, request.offset() + request.limit()) : null,
                "/api/v1/articles"
                        + Links.search(query.isBlank() ? "*" : query, supplier, stance, order, request.offset())
                                .substring(1));
    }

    static SearchView problem(RequestParameters parameters, String message) {
        return new SearchView(
                parameters.query(),
                null,
                null,
                null,
                message,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /// Link to the chosen supplier's course over time; null when none is chosen.
    public @Nullable String course() {
        return supplier == null ? null : Links.supplier(supplier, null);
    }

    private static List<Choice> suppliers(
            String query,
            @Nullable String chosen,
            @Nullable String stance,
            @Nullable String order,
            SearchResult result) {
        return result.suppliers().stream()
                .filter(supplier -> chosen == null || supplier.id().equals(chosen))
                .limit(LISTED)
                .map(supplier -> {
                    boolean current = supplier.id().equals(chosen);
                    String link = Links.search(query, current ? null : supplier.id(), stance, order, 0);
                    return new Choice(supplier.name(), "", supplier.count(), link, current);
                })
                .toList();
    }

    private static List<Choice> stances(
            String query,
            @Nullable String supplier,
            @Nullable Stance chosen,
            @Nullable String order,
            SearchResult result) {
        return Arrays.stream(Stance.values())
                .map(stance -> {
                    boolean current = stance == chosen;
                    String css = StanceView.css(stance);
                    String link = Links.search(query, supplier, current ? null : css, order, 0);
                    int count = result.stances().stream()
                            .filter(counted -> counted.stance() == stance)
                            .mapToInt(SearchResult.StanceCount::count)
                            .findFirst()
                            .orElse(0);
                    return current || count > 0
                            ? new Choice(StanceView.label(stance), css, count, link, current)
                            : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }
}
