package org.supplierscope.ingest.websub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.listing.HubOffer;

/// What we and a hub have agreed on for a source.
///
/// @param sourceId whose news it is about
/// @param offer where
/// @param token the last part of our address for the hub: 32 hexadecimal digits that nobody can guess
/// @param secret by which the hub signs what it sends: 64 hexadecimal digits
/// @param expires until when the hub sends; null while it has not agreed
/// @param nextTry when the hub is asked (again)
/// @param failures how often in a row it did not agree
record HubSubscription(
        String sourceId,
        HubOffer offer,
        String token,
        String secret,
        @Nullable Instant expires,
        Instant nextTry,
        int failures) {}
