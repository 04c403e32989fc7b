/// From the bytes of a feed to the links that it names: start at [org.supplierscope.ingest.feed.FeedReader].
///
/// Nothing is fetched here, and no article text is taken from a feed.
@NullMarked
package org.supplierscope.ingest.feed;

import org.jspecify.annotations.NullMarked;
