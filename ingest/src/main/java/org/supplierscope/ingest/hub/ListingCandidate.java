package org.supplierscope.ingest.hub;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// An address where a site may list its articles.
///
/// @param address absolute, canonical
/// @param title what the page calls it; null when it has no name there
public record ListingCandidate(
        URI address, Kind kind, Evidence evidence, @Nullable String title) {

    /// What is expected there.
    public enum Kind {
        /// RSS, Atom, RDF or JSON Feed.
        FEED,
        /// A sitemap or an index of sitemaps.
        SITEMAP,
        /// A page that lists articles.
        PAGE
    }

    /// Why it is expected.
    public enum Evidence {
        /// The page, or robots.txt, declares it.
        DECLARED,
        /// The page has a link for readers to it.
        LINKED,
        /// Many sites have it there.
        GUESSED
    }
}
