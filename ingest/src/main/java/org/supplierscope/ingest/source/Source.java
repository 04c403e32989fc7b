package org.supplierscope.ingest.source;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A site that is read by its feed.
///
/// @param id lower-case words joined by hyphens, unique in the list
/// @param name for people
/// @param home the site's front page; null when not told
/// @param feed the feed's address
/// @param language BCP 47 tag of what it publishes; null when not told
public record Source(
        String id,
        String name,
        @Nullable URI home,
        URI feed,
        @Nullable String language) {}
