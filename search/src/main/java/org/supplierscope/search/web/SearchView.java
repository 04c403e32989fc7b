package org.supplierscope.search.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.query.SearchRequest;
import org.supplierscope.search.query.SearchRequest.Copies;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchRequest.Order;
import org.supplierscope.search.query.SearchResult;

/// The search page.
///
/// @param query as typed
/// @param kept parameters beside the query, by their names: a new query keeps the filters
/// @param problem what is wrong with the request; null when nothing is
/// @param total how many articles match
/// @param first number of the first hit shown, from 1
/// @param last number of the last hit shown
/// @param hits those shown
/// @param suppliers filters by supplier
/// @param about the choice of articles about the chosen supplier; null when none is chosen
/// @param course link to the chosen supplier's course over time; null when none is chosen
/// @param stances filters by stance
/// @param themes filters by theme
/// @param copies filters by whether they copy another; empty when none does
/// @param orders the orders to choose from
/// @param previous link to the page before; null on the first
/// @param next link to the page after; null on the last
/// @param api the same question as a REST address
public record SearchView(
        String query,
        Map<String, String> kept,
        @Nullable String problem,
        long total,
        long first,
        long last,
        List<HitView> hits,
        List<Choice> suppliers,
        @Nullable Choice about,
        @Nullable String course,
        List<Choice> stances,
        List<Choice> themes,
        List<Choice> copies,
        List<Choice> orders,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String api) {

    /// Suppliers and themes listed beside the hits; the rest is found by name.
    private static final int LISTED = 15;

    /// One choice of a filter.
    ///
    /// @param label for people
    /// @param css style class
    /// @param count how many articles; negative when it is not counted
    /// @param link the page with the choice made, or taken back when it is the current one
    /// @param current whether it is the one made
    public record Choice(String label, String css, long count, String link, boolean current) {}

    /// A supplier or theme with the number of articles that name it.
    private record Counted(String id, String name, int count) {}

    /// A question, from which others lead on.
    private record Question(
            String query, Filter filter, @Nullable String order) {

        static Question of(RequestParameters parameters, SearchRequest request) {
            String order = request.order() == Order.NEWEST ? "newest" : null;
            return new Question(parameters.query(), request.filter(), order);
        }

        String at(int offset) {
            return Links.search(query, filter, order, offset);
        }

        /// The first page of the same question with another filter.
        String with(Filter other) {
            return Links.search(query, other, order, 0);
        }

        Map<String, String> kept() {
            Map<String, String> kept = Links.parameters(filter);
            if (order != null) {
                kept.put("order", order);
            }
            return kept;
        }

        Choice ordered(String label, @Nullable String by) {
            return new Choice(label, "", -1, Links.search(query, filter, by, 0), Objects.equals(by, order));
        }
    }

    static SearchView of(RequestParameters parameters, SearchRequest request, SearchResult result) {
        Question asked = Question.of(parameters, request);
        Filter filter = request.filter();
        String supplier = filter.supplier();
        SearchResult.Counts counts = result.counts();
        long last =
                Math.min(result.total(), (long) request.offset() + result.hits().size());
        boolean more = last < result.total()
                && request.limit() > 0
                && request.offset() + request.limit() <= SearchRequest.MAX_DEPTH;
        var everything = new Question(asked.query().isBlank() ? "*" : asked.query(), filter, asked.order());
        return new SearchView(
                asked.query(),
                asked.kept(),
                null,
                result.total(),
                result.hits().isEmpty() ? 0 : request.offset() + 1,
                last,
                result.hits().stream().map(HitView::of).toList(),
                choices(
                        counts.suppliers().stream().map(each -> new Counted(each.id(), each.name(), each.count())),
                        supplier,
                        id -> asked.with(filter.withSupplier(id))),
                supplier == null ? null : about(asked, supplier, counts),
                supplier == null ? null : Links.supplier(supplier, null),
                stances(asked, counts),
                choices(
                        counts.themes().stream().map(each -> new Counted(each.id(), each.name(), each.count())),
                        filter.theme(),
                        id -> asked.with(filter.withTheme(id))),
                copies(asked, result),
                List.of(asked.ordered("Best match", null), asked.ordered("Newest", "newest")),
                request.offset() == 0 ? null : asked.at(Math.max(0, request.offset() - request.limit())),
                more ? asked.at(request.offset() + request.limit()) : null,
                "/api/v1/articles" + everything.at(request.offset()).substring(1));
    }

    static SearchView problem(RequestParameters parameters, String message) {
        return new SearchView(
                parameters.query(),
                Map.of(),
                message,
                0,
                0,
                0,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static List<Choice> choices(
            Stream<Counted> counted, @Nullable String chosen, Function<@Nullable String, String> link) {
        return counted.filter(each -> chosen == null || each.id().equals(chosen))
                .limit(LISTED)
                .map(each -> {
                    boolean current = each.id().equals(chosen);
                    return new Choice(each.name(), "", each.count(), link.apply(current ? null : each.id()), current);
                })
                .toList();
    }

    private static Choice about(Question asked, String supplier, SearchResult.Counts counts) {
        int count = counts.suppliers().stream()
                .filter(each -> each.id().equals(supplier))
                .mapToInt(SearchResult.SupplierCount::about)
                .sum();
        boolean current = asked.filter().about();
        return new Choice(
                "Only if about it", "", count, asked.with(asked.filter().withAbout(!current)), current);
    }

    private static List<Choice> stances(Question asked, SearchResult.Counts counts) {
        Stance chosen = asked.filter().stance();
        return Arrays.stream(Stance.values())
                .map(stance -> {
                    boolean current = stance == chosen;
                    String link = asked.with(asked.filter().withStance(current ? null : stance));
                    int count = counts.stances().stream()
                            .filter(counted -> counted.stance() == stance)
                            .mapToInt(SearchResult.StanceCount::count)
                            .sum();
                    return new Choice(StanceView.label(stance), StanceView.css(stance), count, link, current);
                })
                .filter(choice -> choice.current() || choice.count() > 0)
                .toList();
    }

    private static List<Choice> copies(Question asked, SearchResult result) {
        int copies = result.counts().copies();
        Copies chosen = asked.filter().copies();
        if (chosen == null && copies == 0) {
            return List.of();
        }
        return Arrays.stream(Copies.values())
                .filter(each -> chosen == null || each == chosen)
                .map(each -> {
                    boolean current = each == chosen;
                    String link = asked.with(asked.filter().withCopies(current ? null : each));
                    return switch (each) {
                        case WITHOUT -> new Choice("Without copies", "", result.total() - copies, link, current);
                        case ONLY -> new Choice("Copies only", "", copies, link, current);
                    };
                })
                .toList();
    }
}
