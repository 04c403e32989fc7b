package org.supplierscope.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What came with a feed: its address, and the headers that change how its bytes are read.
///
/// @param address that it was fetched from, absolute
/// @param contentType the header of that name; null when there was none, as for the others
/// @param contentLocation the address that the body says it stands for
/// @param contentLanguage for whom it is written
/// @param link links of the response (RFC 8288), where WebSub hubs are announced
public record FeedResponse(
        URI address,
        @Nullable String contentType,
        @Nullable String contentLocation,
        @Nullable String contentLanguage,
        @Nullable String link) {

    /// The response with its headers.
    ///
    /// @param header the first value of a header by its name, or null
    public static FeedResponse of(URI address, Headers header) {
        return new FeedResponse(
                address,
                header.first("Content-Type"),
                header.first("Content-Location"),
                header.first("Content-Language"),
                header.first("Link"));
    }

    /// The headers of a response.
    @FunctionalInterface
    public interface Headers {
        /// The first value of a header by its name in any case, or null.
        @Nullable
        String first(String name);
    }

    /// What relative links are relative to: Content-Location when it is a web address, else the address.
    URI base() {
        URI location = contentLocation == null ? null : WebLinks.resolve(address, contentLocation);
        return location == null ? address : location;
    }
}
