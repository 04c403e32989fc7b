package org.supplierscope.ingest.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which pages are meant.
///
/// @param from captured at this time or later; null for all
/// @param to captured before this time; null for all
/// @param sourceId of this source; null for all
public record PageSelection(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String sourceId) {

    /// Whether a page is among them.
    public boolean takes(CapturedPage page) {
        return (from == null || !page.fetched().isBefore(from))
                && (to == null || page.fetched().isBefore(to))
                && (sourceId == null || sourceId.equals(page.sourceId()));
    }
}
