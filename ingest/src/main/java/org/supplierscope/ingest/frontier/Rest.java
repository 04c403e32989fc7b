package org.supplierscope.ingest.frontier;

import java.time.Duration;

/// How an authority is treated after a turn.
///
/// @param pause how long it is left alone from now on
/// @param strikes how often in a row it was away or has told us to go away by now; 0 when it answered
/// @param wanted whether it told us to slow down or to go away, other than one that did not answer
public record Rest(Duration pause, int strikes, boolean wanted) {

    /// A rest that nobody asked for.
    public Rest(Duration pause, int strikes) {
        this(pause, strikes, false);
    }
}
