/// Finds articles and listings on the pages of a site that is new to us:
/// [org.supplierscope.ingest.hub.HubReader] reads the article links of a page without a feed,
/// [org.supplierscope.ingest.hub.FeedDiscovery] names the addresses where a feed or sitemap may be.
///
/// No site has a rule of its own here: links are told by the shape of their addresses, by what repeats around
/// them, and by what they say. Nothing is fetched.
@NullMarked
package org.supplierscope.ingest.hub;

import org.jspecify.annotations.NullMarked;
