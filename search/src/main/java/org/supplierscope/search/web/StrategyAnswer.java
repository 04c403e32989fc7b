package org.supplierscope.search.web;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.analysis.published.TimelineMonth;
import org.supplierscope.analysis.published.TimelineTurn;

/// The answer of `GET /api/v1/suppliers/{id}/strategy`.
///
/// @param supplier id
/// @param name for people
/// @param theme that the course is of; null for the course as a whole
/// @param themes all of which a course of this supplier is known
/// @param months oldest first, without gaps
/// @param turns changes of course that hold, oldest first; their evidence is with the shift of
/// the same id, where `told` is true
/// @param model which rule decided
public record StrategyAnswer(
        String supplier,
        String name,
        @Nullable String theme,
        List<String> themes,
        List<Month> months,
        List<TimelineTurn> turns,
        String model) {

    /// A course at the end of a month.
    ///
    /// @param month such as `2026-03`
    /// @param course PRECISION or BREADTH where the interval lies on that side, MIXED where it is
    /// narrow and lies on both, NONE where it leaves too much open to say
    /// @param balance from −1 (all breadth) to +1 (all precision)
    /// @param low the true balance is below this with a probability of 5 %
    /// @param high the true balance is above this with a probability of 5 %
    /// @param stories how many independent stories of this month told a course
    public record Month(
            @Schema(implementation = String.class, pattern = "^[0-9]{4}-[0-9]{2}$")
            YearMonth month,

            Stance course,
            double balance,
            double low,
            double high,
            int stories) {

        private static Month of(TimelineMonth month) {
            return new Month(
                    month.month(), Course.stance(month), month.balance(), month.low(), month.high(), month.stories());
        }
    }

    /// The answer for one of a supplier's courses.
    ///
    /// @param all timelines of the supplier
    /// @param asked one of them
    static StrategyAnswer of(List<StrategyTimeline> all, StrategyTimeline asked) {
        return new StrategyAnswer(
                asked.supplier(),
                asked.name(),
                asked.theme(),
                all.stream()
                        .map(StrategyTimeline::theme)
                        .filter(Objects::nonNull)
                        .toList(),
                asked.months().stream().map(Month::of).toList(),
                asked.turns(),
                asked.model());
    }
}
