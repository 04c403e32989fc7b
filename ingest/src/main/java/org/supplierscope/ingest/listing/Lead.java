package org.supplierscope.ingest.listing;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a listing says of a page.
///
/// @param link absolute
/// @param title null when the listing does not say
/// @param published null when the listing does not say
public record Lead(
        URI link, @Nullable String title, @Nullable Instant published) {}
