/// The crawl: start at [org.supplierscope.ingest.crawl.Crawler].
///
/// Takes turns from the frontier, asks politely, hands feeds to the feed reader and pages to `pages.v1`. What
/// is in a
/// page is not looked at here.
@NullMarked
package org.supplierscope.ingest.crawl;

import org.jspecify.annotations.NullMarked;
