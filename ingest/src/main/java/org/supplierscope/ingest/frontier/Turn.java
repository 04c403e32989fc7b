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
/// @param strikes how often in a row the authority has told us to go away, from 0
/// @param url what to ask for; after a redirect, the address redirected to
/// @param seen when the address was met first
/// @param attempts how often it has failed before, from 0
/// @param deferrals how often it has waited for its host to answer again, from 0
/// @param hops how many redirects led to this address, from 0
/// @param movedTo the last address that a permanent redirect led to, with none but permanent ones before it;
/// null when there is none
/// @param etag what the listing answered last time; null for pages and at first
/// @param lastModified what the listing answered last time; null for pages and at first
/// @param feedTitle what the listing calls the page; null for listings and when it does not say
/// @param feedPublished when the listing says the page was published; null for listings and when it does not
/// say
public record Turn(
        String requestId,
        Kind kind,
        Source source,
        String authority,
        Instant leasedUntil,
        int strikes,
        URI url,
        Instant seen,
        int attempts,
        int deferrals,
        int hops,
        @Nullable URI movedTo,
        @Nullable String etag,
        @Nullable String lastModified,
        @Nullable String feedTitle,
        @Nullable Instant feedPublished) {

    /// What is asked for.
    public enum Kind {
        /// The listing of a source, again and again.
        LISTING,
        /// A listing that an index of listings names, once for each time it names it.
        CHILD,
        /// A page, until it is fetched or given up.
        PAGE
    }
}
