/// From the bytes of a feed to what it lists: start at [org.supplierscope.ingest.feed.FeedReader].
///
/// Bytes become text (`DecodedFeed`), text becomes XML that can be parsed, elements
/// are known by their vocabulary, and every piece of markup passes the one sanitiser before it leaves the
/// package. What is damaged is read as far as it goes. Nothing is fetched here, nothing declared by a feed is
/// expanded, and no article text is taken from a feed: that comes from the page.
@NullMarked
package org.supplierscope.ingest.feed;

import org.jspecify.annotations.NullMarked;
