/// News of news: a feed that offers a hub is subscribed to there, so that its articles come at once and not
/// with the next poll (WebSub, W3C Recommendation of 23 January 2018).
///
/// [org.supplierscope.ingest.websub.HubSubscriber] asks hubs, [org.supplierscope.ingest.websub.HubCallback]
/// answers them. What a hub sends is a reason to ask the source, never the news itself: whoever runs the hub
/// can then delay an article and not forge one. Polling goes on, less often, so that a hub that falls silent
/// loses nothing.
@NullMarked
package org.supplierscope.ingest.websub;

import org.jspecify.annotations.NullMarked;
