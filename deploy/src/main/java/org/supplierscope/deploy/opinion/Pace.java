package org.supplierscope.deploy.opinion;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/// Gives out turns, so that no minute has more than so many. Not thread-safe.
final class Pace {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final Clock clock;
    private final Deque<Instant> turns = new ArrayDeque<>();

    /// @param perMinute at least 1
    Pace(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /// Takes the next turn.
    ///
    /// @return how long to wait for it; a minute at most, also when the clock was put back
    Duration next() {
        Instant now = clock.instant();
        Instant turn = now;
        if (turns.size() == perMinute) {
            Instant free = turns.removeFirst().plus(MINUTE);
            if (free.isAfter(now)) {
                turn = free.isAfter(now.plus(MINUTE)) ? now.plus(MINUTE) : free;
            }
        }
        turns.addLast(turn);
        return Duration.between(now, turn);
    }
}
