package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/// A change of course in a timeline, whether it was told as a shift or was found in old news.
///
/// @param shift its id; on `shifts.v1` only when it was told
/// @param from PRECISION or BREADTH, the course before
/// @param to the other one
/// @param at when the first story of the new course was published
/// @param detected when the story was published that tipped it
/// @param told whether it is a shift on `shifts.v1`; old news moves the timeline and tells no
/// shift
public record TimelineTurn(String shift, Stance from, Stance to, Instant at, Instant detected, boolean told) {

    /// Checks that everything is there.
    public TimelineTurn {
        requireNonNull(shift, "shift");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(at, "at");
        requireNonNull(detected, "detected");
    }
}
