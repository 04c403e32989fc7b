package org.supplierscope.ingest.published;

/// How a source tells what it publishes.
public enum SourceKind {
    /// An RSS, RDF, Atom or JSON feed.
    FEED,
    /// A sitemap, such as a news sitemap, or an index of sitemaps.
    SITEMAP,
    /// A page that links to its articles.
    PAGE,
    /// Not known yet: the address is that of a site, and its feed, sitemap or page is being looked for.
    SITE
}
