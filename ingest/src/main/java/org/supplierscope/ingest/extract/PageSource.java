package org.supplierscope.ingest.extract;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// A page as it was fetched. The array is used as it is and must not be changed meanwhile.
///
/// @param url its address after redirects; null when unknown: relative links are then not resolved
/// @param contentType the Content-Type header, read for what the page is and for its charset; null when there
/// was none
/// @param body the decoded (not compressed) bytes
/// @param status the HTTP status; 0 when unknown
/// @param feed what the feed said of it
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and a copy of every page would cost more than it guards
public record PageSource(@Nullable URI url, @Nullable String contentType, byte[] body, int status, FeedHint feed) {

    /// A page of which neither status nor feed is known.
    public PageSource(@Nullable URI url, @Nullable String contentType, byte[] body) {
        this(url, contentType, body, 0, FeedHint.NONE);
    }
}
