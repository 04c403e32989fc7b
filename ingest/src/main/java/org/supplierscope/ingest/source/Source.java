package org.supplierscope.ingest.source;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceKind;

/// A site that is read by its listing: a feed, a sitemap or a page of links.
///
/// @param id lower-case words joined by hyphens, unique among all sources
/// @param name for people
/// @param home the site's front page; null when not told
/// @param feed the listing's address; the site's while its listing is looked for
/// @param kind what is to be found there
/// @param language BCP 47 tag of what it publishes; null when not told
/// @param verifyCertificate whether its certificate must be good; true unless somebody decided otherwise for
/// this source
public record Source(
        String id,
        String name,
        @Nullable URI home,
        URI feed,
        SourceKind kind,
        @Nullable String language,
        boolean verifyCertificate) {

    /// A source with a feed, as most are.
    public Source(String id, String name, @Nullable URI home, URI feed, @Nullable String language) {
        this(id, name, home, feed, SourceKind.FEED, language, true);
    }
}
