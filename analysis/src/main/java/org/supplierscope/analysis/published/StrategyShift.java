package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A supplier's change from one course to the other, as it was told, or that it is taken back.
///
/// A shift is told once. The same id comes again only with `revoked` changed: when it is taken
/// back, and when what took it back was itself corrected.
///
/// @param id names the shift for ever: supplier, theme, new course and the month of the change as
/// it was first dated, such as `largan-precision:precision:2019-07`
/// @param supplier the supplier's id in the catalogue
/// @param name its name, for people
/// @param theme the theme within which its course changed; null for its course as a whole
/// @param from PRECISION or BREADTH, the course before
/// @param to the other one
/// @param at when the first story of the new course was published
/// @param detected when the story was published that tipped it
/// @param confidence how likely the change was then, from 0 to 1, for one who believes that a course
/// lasts eight years
/// @param stories how many independent stories told the new course from `at` to `detected`
/// @param before sentences of the last stories of the old course, oldest first
/// @param after sentences of the stories of the new course, oldest first
/// @param revoked whether the shift is taken back
/// @param reason why it is taken back; null exactly when it is not
/// @param model which rule decided
public record StrategyShift(
        String id,
        String supplier,
        String name,
        @Nullable String theme,
        Stance from,
        Stance to,
        Instant at,
        Instant detected,
        double confidence,
        int stories,
        List<ShiftEvidence> before,
        List<ShiftEvidence> after,
        boolean revoked,
        @Nullable String reason,
        String model) {

    /// Checks that everything is there, the sides, the ranges, and that what is revoked has a
    /// reason.
    @JsonCreator
    public StrategyShift {
        requireNonNull(id, "id");
        requireNonNull(supplier, "supplier");
        requireNonNull(name, "name");
        requireNonNull(at, "at");
        requireNonNull(detected, "detected");
        requireNonNull(model, "model");
        before = List.copyOf(before);
        after = List.copyOf(after);
        boolean sides =
                from == Stance.PRECISION && to == Stance.BREADTH || from == Stance.BREADTH && to == Stance.PRECISION;
        if (!sides) {
            throw new IllegalArgumentException("a shift is from one course to the other, not " + from + " to " + to);
        }
        if (!(confidence >= 0 && confidence <= 1) || stories < 1 || detected.isBefore(at)) {
            throw new IllegalArgumentException(
                    "confidence " + confidence + ", " + stories + " stories, detected " + detected + ", at " + at);
        }
        if (revoked == (reason == null)) {
            throw new IllegalArgumentException("revoked " + revoked + ", reason " + reason);
        }
    }

    /// The same shift by another id.
    public StrategyShift withId(String other) {
        return copy(other, revoked, reason);
    }

    /// The same shift, taken back.
    public StrategyShift revokedFor(String why) {
        return copy(id, true, requireNonNull(why, "reason"));
    }

    /// The same shift, holding again.
    public StrategyShift reinstated() {
        return copy(id, false, null);
    }

    private StrategyShift copy(String key, boolean back, @Nullable String why) {
        return new StrategyShift(
                key,
                supplier,
                name,
                theme,
                from,
                to,
                at,
                detected,
                confidence,
                stories,
                before,
                after,
                back,
                why,
                model);
    }
}
