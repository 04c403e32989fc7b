package org.supplierscope.analysis.strategy;

import java.time.Instant;
import org.supplierscope.analysis.published.Stance;

/// A change of course that a track of stories shows.
///
/// @param from the course before
/// @param to the course after
/// @param first place in the track of the first story of the new course
/// @param raised place of the story that made the change likely enough
/// @param at when the first story of the new course was published
/// @param detected when the story that made it likely enough was published
/// @param confidence how likely the change was then
/// @param stories how many stories told the new course from the first to that one
/// @param dropped place of the story that made it unlikely again, or −1
record Turn(
        Stance from,
        Stance to,
        int first,
        int raised,
        Instant at,
        Instant detected,
        double confidence,
        int stories,
        int dropped) {

    /// Whether later stories have borne it out so far.
    boolean stands() {
        return dropped < 0;
    }

    Turn droppedAt(int place) {
        return new Turn(from, to, first, raised, at, detected, confidence, stories, place);
    }
}
