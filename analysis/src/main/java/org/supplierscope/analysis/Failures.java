package org.supplierscope.analysis;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What keeps the stage from going on, for its health, and how long it waits before it tries
/// again.
///
/// A failure is over when none has come for [#QUIET]. Thread-safe.
final class Failures {

    /// A try that fails may take the two minutes after which a producer gives up, and begins with
    /// a pause.
    static final Duration QUIET = Duration.ofMinutes(3);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private @Nullable String latest;
    private boolean explained;
    private long at;
    private int inRow;

    /// @param nanoTime as of [System#nanoTime]
    Failures(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Notes that a topic does not take a record.
    ///
    /// @param what in words for people
    /// @param ends whether the thread ends of it, which [#ended] tells next
    synchronized void refused(String what, boolean ends) {
        if (!ends) {
            ended(what);
            return;
        }
        inRow = ongoing() ? inRow : 0;
        latest = what;
        at = nanoTime.getAsLong();
        explained = true;
    }

    /// Notes that a thread has ended.
    ///
    /// @param what in words for people; a refusal just before says it better
    synchronized void ended(String what) {
        inRow = ongoing() ? inRow + 1 : 1;
        latest = explained && latest != null ? latest : what;
        at = nanoTime.getAsLong();
        explained = false;
    }

    /// How long to wait before the next try: twice as long as the last time.
    synchronized Duration pause() {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(inRow - 1, 0, 5));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /// What has failed lately; empty when nothing has.
    synchronized List<String> troubles() {
        return latest != null && ongoing() ? List.of("analysis does not go on and tries again: " + latest) : List.of();
    }

    private boolean ongoing() {
        return latest != null && nanoTime.getAsLong() - at < QUIET.toNanos();
    }
}
