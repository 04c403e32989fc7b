package org.supplierscope.ingest.feed;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that a feed lists, as the feed has it. Texts are harmless HTML: they have been through
/// [FeedMarkup].
///
/// @param title null when it has none
/// @param link where it leads, http or https; null when nowhere
/// @param guid the feed's name for it; null when it has none
/// @param published null when the feed does not say
/// @param updated null when the feed does not say
/// @param author plain text, the first of several; null when there is none
/// @param content the whole text if it is there, else the summary; null when there is neither
/// @param language a BCP 47 tag, as declared for the content or the item; null when the feed does not say
public record FeedItem(
        @Nullable String title,
        @Nullable URI link,
        @Nullable String guid,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String author,
        @Nullable String content,
        @Nullable String language) {}
