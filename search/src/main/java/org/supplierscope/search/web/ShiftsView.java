package org.supplierscope.search.web;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.search.query.SearchRequest;

/// The page of the latest turns over all suppliers.
///
/// @param problem what is wrong with the request; null when nothing is
/// @param total how many there are
/// @param turns those shown, the one detected last first
/// @param old turns of suppliers' courses as a whole that were found in news that was old when it
/// was read, on the first page of all turns; nobody was told of them
/// @param revoked whether those that were taken back are among them
/// @param other link to the same page with, or without, those that were taken back
/// @param previous link to the page before; null on the first
/// @param next link to the page after; null on the last
/// @param api the same question as a REST address; null when there is a problem
public record ShiftsView(
        @Nullable String problem,
        int total,
        List<TurnView> turns,
        List<TurnView> old,
        boolean revoked,
        String other,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String api) {

    private static final int MOST_OLD = 50;

    /// @param found shifts that match
    /// @param timelines of all suppliers
    static ShiftsView of(
            ShiftParameters parameters,
            ShiftParameters.Page page,
            List<StrategyShift> found,
            List<StrategyTimeline> timelines) {
        int end = Math.min(found.size(), page.offset() + page.limit());
        boolean revoked = page.filter().revoked();
        boolean more = end < found.size() && page.limit() > 0 && end <= SearchRequest.MAX_DEPTH;
        return new ShiftsView(
                null,
                found.size(),
                page.of(found).stream().map(TurnView::of).toList(),
                page.offset() > 0 || parameters.isNarrow() ? List.of() : old(timelines),
                revoked,
                link(parameters, !revoked, 0),
                page.offset() == 0 ? null : link(parameters, revoked, Math.max(0, page.offset() - page.limit())),
                more ? link(parameters, revoked, end) : null,
                "/api/v1" + link(parameters, revoked, page.offset()));
    }

    private static List<TurnView> old(List<StrategyTimeline> timelines) {
        return timelines.stream()
                .flatMap(timeline ->
                        timeline.turns().stream().filter(turn -> !turn.told()).map(turn -> TurnView.of(timeline, turn)))
                .sorted(Comparator.comparing(TurnView::detected).reversed())
                .limit(MOST_OLD)
                .toList();
    }

    static ShiftsView problem(String message) {
        return new ShiftsView(message, 0, List.of(), List.of(), false, "/shifts?revoked=true", null, null, null);
    }

    private static String link(ShiftParameters parameters, boolean revoked, int offset) {
        return Links.shifts(parameters.supplier, parameters.theme, parameters.since, revoked, parameters.limit, offset);
    }
}
