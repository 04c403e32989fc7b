package org.supplierscope.ingest.extract;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What a page says about its article. Every field but the text is null when the page does not tell.
///
/// @param canonicalUrl the address by which the publisher wants it known, absolute
/// @param title one line, without the site's name
/// @param byline who wrote it, as printed, without "by"; several names are parted by ", "
/// @param published ISO 8601 with the publisher's own offset, or a plain date where the page gives no time or
/// no offset
/// @param language BCP 47 tag; Chinese as `zh-Hans` or `zh-Hant`
/// @param siteName the publication's name
/// @param text the body: paragraphs parted by a blank line, no markup; empty when the page has none
public record ExtractedArticle(
        @Nullable URI canonicalUrl,
        @Nullable String title,
        @Nullable String byline,
        @Nullable String published,
        @Nullable String language,
        @Nullable String siteName,
        String text) {}
