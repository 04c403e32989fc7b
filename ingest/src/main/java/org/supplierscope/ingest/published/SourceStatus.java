package org.supplierscope.ingest.published;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a source fares: the latest state of it, as one record on `sources.v1`.
///
/// What stands behind `failed` came later and is null in older records.
///
/// @param id the source's id
/// @param name for people
/// @param home the site's front page; null when the source list does not give it
/// @param feed the address that is polled, or the site's while its listing is looked for
/// @param language BCP 47 tag of what it publishes; null when unknown
/// @param lastPoll when the feed was last asked for; null before the first time
/// @param lastSuccess when it last answered with a feed that could be read; null when never
/// @param error what went wrong at the last poll, in words for people; null when it went well
/// @param articles how many articles of this source have been fetched so far
/// @param waiting how many of its articles are known and not fetched yet
/// @param failed how many of its articles were given up
/// @param kind what is polled
/// @param state whether it is polled
/// @param stateReason why it is not ACTIVE, in words for people; null when nothing is to be said
/// @param medianArticlesPerDay median of the new articles a day (UTC) over the last 30 whole days, or over the
/// days since its oldest known article when these are fewer; null before five days are known
/// @param lastNew when its newest article appeared, as far as its listing tells; null when none is known
/// @param silentSince equal to lastNew, or the moment when the source was added, when nothing has come for
/// longer than three days and longer than five times the usual gap between two articles; null when it
/// publishes as usual
/// @param nextPoll when it will be asked next; null when it will not
/// @param errorSince when the first of the polls went wrong that went wrong in a row up to the last; null when
/// the last went well
/// @param movedFrom the address that it was listed under, when the site moved it for good (301, 308)
/// @param unverifiedCertificate true when any certificate of this source is accepted; null when certificates
/// are verified
/// @param quarantined how many of its addresses are held back, because they came in a burst that may be old
/// news under new addresses; null when none
/// @param leftOut how many entries the last answer had beyond those taken from one; null when none
/// @param backingOffUntil until when its host is left alone, because it told us to slow down or to go away;
/// null when it did not
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
        long failed,
        @Nullable SourceKind kind,
        @Nullable SourceState state,
        @Nullable String stateReason,
        @Nullable Double medianArticlesPerDay,
        @Nullable Instant lastNew,
        @Nullable Instant silentSince,
        @Nullable Instant nextPoll,
        @Nullable Instant errorSince,
        @Nullable URI movedFrom,
        @Nullable Boolean unverifiedCertificate,
        @Nullable Long quarantined,
        @Nullable Integer leftOut,
        @Nullable Instant backingOffUntil) {

    /// Checks that nothing is missing that must be there.
    public SourceStatus {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(feed, "feed");
    }

    /// The state of a source of which no more is told.
    public SourceStatus(
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
        this(
                id,
                name,
                home,
                feed,
                language,
                lastPoll,
                lastSuccess,
                error,
                articles,
                waiting,
                failed,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
