package org.supplierscope.ingest.extract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the feed that led to a page says of it.
///
/// @param title plain text; null when it does not say
/// @param published null when it does not say
public record FeedHint(@Nullable String title, @Nullable Instant published) {

    /// For a page that no feed led to.
    public static final FeedHint NONE = new FeedHint(null, null);
}
