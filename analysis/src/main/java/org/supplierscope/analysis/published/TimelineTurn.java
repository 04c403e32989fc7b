package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// A change of course in a timeline, whether it was told as a shift or was found in old news.
///
/// @param shift its id; on `shifts.v1` only when it was told
/// @param from PRECISION or BREADTH, the course before
/// @param to the other one
/// @param at when the first story of the new course was published
/// @param detected when the story was published that tipped it
/// @param confidence as in [StrategyShift]
/// @param stories how many independent stories told the new course from `at` to `detected`
/// @param before sentences of the last stories of the old course, oldest first
/// @param after sentences of the stories of the new course, oldest first
/// @param told whether it is a shift on `shifts.v1`; old news moves the timeline and tells no
/// shift
public record TimelineTurn(
        String shift,
        Stance from,
        Stance to,
        Instant at,
        Instant detected,
        double confidence,
        int stories,
        List<ShiftEvidence> before,
        List<ShiftEvidence> after,
        boolean told) {

    /// Checks that everything is there.
    public TimelineTurn {
        requireNonNull(shift, "shift");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(at, "at");
        requireNonNull(detected, "detected");
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// The turn that a shift tells, or would tell if it were news.
    ///
    /// @param told whether it is on `shifts.v1`
    public static TimelineTurn of(StrategyShift shift, boolean told) {
        return new TimelineTurn(
                shift.id(),
                shift.from(),
                shift.to(),
                shift.at(),
                shift.detected(),
                shift.confidence(),
                shift.stories(),
                shift.before(),
                shift.after(),
                told);
    }
}
