package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A supplier's course over time, as far as it is known now; replaced as a whole whenever it
/// moves.
///
/// @param supplier the supplier's id in the catalogue
/// @param name its name, for people
/// @param theme the theme that the course is of; null for the course as a whole
/// @param months from the month of the first story to that of the last, without gaps, at most the
/// last 180
/// @param turns changes of course that hold, in order
/// @param model which rule decided
public record StrategyTimeline(
        String supplier,
        String name,
        @Nullable String theme,
        List<TimelineMonth> months,
        List<TimelineTurn> turns,
        String model) {

    /// Checks that everything is there, and copies the lists.
    public StrategyTimeline {
        requireNonNull(supplier, "supplier");
        requireNonNull(name, "name");
        requireNonNull(model, "model");
        months = List.copyOf(months);
        turns = List.copyOf(turns);
    }
}
