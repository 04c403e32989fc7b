package org.supplierscope.ingest.extract;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.PageVerdict;

/// What a page says about its article. A field is null when the page does not tell it.
///
/// Every text is plain (no markup, no control characters, Unicode form NFC) and bounded in length.
///
/// @param canonicalUrl the address by which the publisher wants it known, absolute
/// @param title one line, without the site's name
/// @param byline who wrote it, as printed, without "by"; several names are parted by ", "
/// @param published ISO 8601 with the publisher's own offset, or a plain date where the page gives no time or
/// no offset
/// @param updated the same of its last change; null also when that is not after `published`
/// @param language BCP 47 tag; Chinese as `zh-Hans` or `zh-Hant`
/// @param siteName the publication's name
/// @param image the lead image, absolute http or https
/// @param section the part of the publication
/// @param tags the publisher's keywords; empty when it gives none
/// @param text the body: paragraphs parted by a blank line, no markup; empty when the page has none, and for
/// consent walls and error pages
/// @param cut how many characters were left out because the text or its page was too long: of the text, and of
/// what stands behind the part of the page that was read, which is not all the article's; null when nothing was
/// @param verdict what the page is
/// @param verdictReason why, in words
/// @param origins where a field was found, by the field's name, in the words of
/// [Origin][org.supplierscope.ingest.extract.field.Origin]
public record ExtractedArticle(
        @Nullable URI canonicalUrl,
        @Nullable String title,
        @Nullable String byline,
        @Nullable String published,
        @Nullable String updated,
        @Nullable String language,
        @Nullable String siteName,
        @Nullable URI image,
        @Nullable String section,
        List<String> tags,
        String text,
        @Nullable Integer cut,
        PageVerdict verdict,
        String verdictReason,
        Map<String, String> origins) {

    /// Copies the collections.
    public ExtractedArticle {
        tags = List.copyOf(tags);
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    }
}
