package org.supplierscope.ingest.frontier;

import java.time.Duration;

/// How an authority is treated after a turn.
///
/// @param pause how long it is left alone from now on
/// @param strikes how often in a row it has told us to go away by now; 0 when it answered
public record Rest(Duration pause, int strikes) {}
