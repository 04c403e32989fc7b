/// From the bytes of a sitemap to the pages, or the further sitemaps, that it names: start at
/// [org.supplierscope.ingest.sitemap.SitemapReader].
///
/// XML, plain text and gzip of either. Nothing is fetched here, no DOCTYPE is obeyed, and what is left out is
/// counted, never silent.
@NullMarked
package org.supplierscope.ingest.sitemap;

import org.jspecify.annotations.NullMarked;
