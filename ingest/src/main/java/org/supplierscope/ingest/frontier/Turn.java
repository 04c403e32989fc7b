package org.supplierscope.ingest.frontier;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.source.Source;

/// The right to send one request to one authority, held until it is given back or its lease runs out.
///
/// @param requestId which row of the frontier it serves
/// @param kind what is expected there
/// @param source which source led to it
/// @param authority host and port
/// @param leasedUntil when the lease runs out, to the microsecond; tells this lease from a later one
/// @param url what to ask for; after a redirect, the address redirected to
/// @param attempts how often it has failed before, from 0
/// @param hops how many redirects led to this address, from 0
/// @param etag what the feed answered last time; null for pages and at first
/// @param lastModified what the feed answered last time; null for pages and at first
/// @param feedTitle what the feed calls the page; null for feeds and when the feed does not say
/// @param feedPublished when the feed says the page was published; null for feeds and when it does not say
public record Turn(
        String requestId,
        Kind kind,
        Source source,
        String authority,
        Instant leasedUntil,
        URI url,
        int attempts,
        int hops,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String feedTitle,
        @Nullable Instant feedPublished) {

    /// What is asked for.
    public enum Kind {
        /// A feed, again and again.
        FEED,
        /// A page, until it is fetched or given up.
        PAGE
    }
}
