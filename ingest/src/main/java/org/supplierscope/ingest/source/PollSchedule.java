package org.supplierscope.ingest.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a listing is asked again. Pure.
///
/// A poll that went well is followed by the next one after
///
/// ```text
/// max(half the usual gap between two articles, a tenth of the silence since the last one, what the server says)
/// ```
///
/// between floor and ceiling. *Half the gap*: by the sampling theorem, twice the rate of what is watched is the
/// least that misses no beat, and more polls find nothing. *A tenth of the silence*: who has been silent for
/// long will most likely be silent for as long again (the usual finding about inter-event times with heavy
/// tails), so nights, weekends and dead sources cost little, and yet an article is found within a tenth of the
/// silence that it ends. *What the server says*: `Cache-Control` or `Expires`, and the feed's own ttl; before
/// that time it would send the same again. It cannot go beyond the ceiling, since many servers say a day by
/// mistake.
///
/// A poll that failed waits for the floor, doubled with each failure in a row, up to six hours; never less than
/// a good one would.
///
/// Retry-After comes before all of it, within [#LONGEST_OBEYED]. A source that must not be asked for a year is
/// one that somebody removes.
///
/// @param floor the shortest time between two polls
/// @param ceiling the longest time between two polls that went well, at least the floor
public record PollSchedule(Duration floor, Duration ceiling) {

    /// The longest that a Retry-After is obeyed.
    public static final Duration LONGEST_OBEYED = Duration.ofHours(24);

    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofHours(6);
    /// Enough to be past six hours from a floor of a second.
    private static final int MAX_DOUBLINGS = 20;

    /// Checks the order.
    public PollSchedule {
        if (floor.isNegative() || floor.isZero() || ceiling.compareTo(floor) < 0) {
            throw new IllegalArgumentException("polls need 0 < floor <= ceiling, not " + floor + " and " + ceiling);
        }
    }

    /// What an answer says of the next one.
    ///
    /// @param fresh how long it may be used; null when the headers do not say
    /// @param ttl how long the listing itself says it may be used; null when it does not
    public record Told(@Nullable Duration fresh, @Nullable Duration ttl) {

        /// Nothing is said.
        public static final Told NOTHING = new Told(null, null);
    }

    /// How long to wait after a poll that went well.
    ///
    /// @param rhythm how the source publishes
    /// @param now when it was polled
    public Duration afterSuccess(Rhythm rhythm, Told told, Instant now) {
        Duration gap = rhythm.gap();
        Duration wait = gap == null ? floor : gap.dividedBy(2);
        Instant last = rhythm.last();
        if (last != null) {
            wait = longer(wait, Duration.between(last, now).dividedBy(10));
        }
        wait = longer(wait, told.fresh());
        wait = longer(wait, told.ttl());
        return within(wait);
    }

    /// How long to wait after a poll that failed.
    ///
    /// @param failures how many have failed in a row, this one included, at least 1
    /// @param retryAfter how long the server asked us to wait; null when it did not
    public Duration afterFailure(Rhythm rhythm, int failures, @Nullable Duration retryAfter, Instant now) {
        Duration doubled = floor.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        Duration wait = doubled.compareTo(LONGEST_AFTER_FAILURE) > 0 ? LONGEST_AFTER_FAILURE : doubled;
        wait = longer(wait, afterSuccess(rhythm, Told.NOTHING, now));
        return longer(wait, obeyed(retryAfter));
    }

    /// What of a Retry-After is obeyed: all of it up to [#LONGEST_OBEYED], zero when there is none.
    public static Duration obeyed(@Nullable Duration retryAfter) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        return retryAfter.compareTo(LONGEST_OBEYED) > 0 ? LONGEST_OBEYED : retryAfter;
    }

    private Duration within(Duration wait) {
        if (wait.compareTo(floor) < 0) {
            return floor;
        }
        return wait.compareTo(ceiling) > 0 ? ceiling : wait;
    }

    private static Duration longer(Duration a, @Nullable Duration b) {
        return b == null || a.compareTo(b) >= 0 ? a : b;
    }
}
