package org.supplierscope.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a feed says about itself. Texts are harmless HTML: they have been through [FeedMarkup].
///
/// @param title null when it has none
/// @param link the page that it is the feed of, http or https; null when it names none
/// @param guid its own name for itself; null when it has none
/// @param description null when it has none
/// @param author plain text; null when it names none
/// @param language a BCP 47 tag, as declared by the feed or else by the response; null when neither does
/// @param published null when it does not say
/// @param updated null when it does not say
/// @param self the address that it wants to be asked at; null when it does not say
/// @param hubs where WebSub subscriptions are taken; empty for most
/// @param timeToLive how long it asks to be kept before it is asked again; null when it does not say
/// @param encoding the character encoding that it was read in, by the name that it was labelled with
public record FeedChannel(
        @Nullable String title,
        @Nullable URI link,
        @Nullable String guid,
        @Nullable String description,
        @Nullable String author,
        @Nullable String language,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable URI self,
        List<URI> hubs,
        @Nullable Duration timeToLive,
        String encoding) {

    /// Copies the hubs.
    public FeedChannel {
        hubs = List.copyOf(hubs);
    }
}
