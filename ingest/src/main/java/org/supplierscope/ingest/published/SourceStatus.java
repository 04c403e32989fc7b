package org.supplierscope.ingest.published;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a source fares: the latest state of it, as one record on `sources.v1`.
///
/// @param id the source's id
/// @param name for people
/// @param home the site's front page; null when the source list does not give it
/// @param feed the address that is polled
/// @param language BCP 47 tag of what it publishes; null when unknown
/// @param lastPoll when the feed was last asked for; null before the first time
/// @param lastSuccess when it last answered with a feed that could be read; null when never
/// @param error what went wrong at the last poll, in words for people; null when it went well
/// @param articles how many articles of this source have been fetched so far
/// @param waiting how many of its articles are known and not fetched yet
/// @param failed how many of its articles were given up
public record SourceStatus(
        String id,
        String name,
        @Nullable URI home,
        URI feed,
        @Nullable String language,
        @Nullable Instant lastPoll,
        @Nullable Instant lastSuccess,
        @Nullable String error,
        long articles,
        long waiting,
        long failed) {

    /// Checks that nothing is missing that must be there.
    public SourceStatus {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(feed, "feed");
    }
}
