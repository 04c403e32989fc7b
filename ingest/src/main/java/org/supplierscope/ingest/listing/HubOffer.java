package org.supplierscope.ingest.listing;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;

/// Where a feed can be subscribed to (WebSub, section 4).
///
/// @param hub takes subscriptions, http or https
/// @param topic the name of the feed at the hub: its own address, as it gives it
public record HubOffer(URI hub, URI topic) {

    /// What a feed offers; null when it offers nothing. A hub over https is preferred.
    ///
    /// @param address what was asked
    /// @param hubs what the feed or its answer names, the likeliest first
    /// @param self the feed's own address as it gives it; null when it does not
    static @Nullable HubOffer of(URI address, List<URI> hubs, @Nullable URI self) {
        List<URI> web = hubs.stream().filter(HubOffer::isWeb).toList();
        if (web.isEmpty()) {
            return null;
        }
        URI hub = web.stream()
                .filter(link -> "https".equalsIgnoreCase(link.getScheme()))
                .findFirst()
                .orElse(web.getFirst());
        return new HubOffer(hub, self == null || !isWeb(self) ? address : self);
    }

    private static boolean isWeb(URI link) {
        return CanonicalAddress.parse(link.toString()) != null;
    }
}
