package org.supplierscope.analysis.strategy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.supplierscope.analysis.published.StrategyShift;

/// A change of course that is on record.
///
/// @param shift as it was first dated, with its present standing
/// @param told whether it was told; what was found in old news is on record so that it never will
/// be
public record KnownShift(StrategyShift shift, boolean told) {

    /// Late articles may date a change a little differently. A change to the other side, with stories of
    /// its own, would have to lie between it and another to the same side.
    private static final Duration SAME = Duration.ofDays(365);

    /// What was taken back is not to swallow the real change when that comes.
    private static final Duration SAME_REVOKED = Duration.ofDays(31);

    /// Checks that the shift is there.
    public KnownShift {
        requireNonNull(shift, "shift");
    }

    boolean mayBe(Turn turn) {
        if (shift.to() != turn.to()) {
            return false;
        }
        return shift.revoked()
                ? distance(turn).compareTo(SAME_REVOKED) <= 0
                : distance(turn).compareTo(SAME) <= 0
                        || between(shift.detected(), turn.detected()).compareTo(SAME) <= 0;
    }

    Duration distance(Turn turn) {
        return between(shift.at(), turn.at());
    }

    private static Duration between(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
