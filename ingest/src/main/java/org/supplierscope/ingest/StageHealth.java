package org.supplierscope.ingest;

import java.util.List;

/// Whether the stage does its work.
///
/// @param troubles what has stopped, in words for people; empty when nothing has
public record StageHealth(List<String> troubles) {

    /// Copies the troubles.
    public StageHealth {
        troubles = List.copyOf(troubles);
    }

    /// Whether nothing has stopped.
    public boolean good() {
        return troubles.isEmpty();
    }
}
