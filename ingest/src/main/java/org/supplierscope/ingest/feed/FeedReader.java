package org.supplierscope.ingest.feed;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.feed.FeedReading.NotAFeed;

/// Reads RSS 0.9x to 2.0, RSS 1.0 and other RDF, Atom 0.3 and 1.0, CDF and JSON Feed 1.x.
///
/// No body makes it throw. What is damaged is read as far as it can be; declarations of entities are skipped,
/// so none can reach a file or a network or grow.
public final class FeedReader {

    /// The most items taken from one feed at one time, so that a feed of a million items is no flood.
    public static final int MAX_ITEMS = 50_000;

    private FeedReader() {}

    /// Reads a feed of which no other header is known.
    ///
    /// @param body its bytes
    /// @param contentType the Content-Type header, for the charset; null when there was none
    /// @param address that it was fetched from, for relative links
    public static FeedReading read(byte[] body, @Nullable String contentType, URI address) {
        return read(body, new FeedResponse(address, contentType, null, null, null));
    }

    /// Reads a feed.
    ///
    /// @param body its bytes
    /// @param response what came with them
    public static FeedReading read(byte[] body, FeedResponse response) {
        DecodedFeed decoded = DecodedFeed.of(body, response.contentType());
        int start = firstSign(decoded.text());
        if (start < 0) {
            return notAFeed(decoded.text().isBlank() ? "it is empty" : "it has no markup");
        }
        return decoded.text().charAt(start) == '{'
                ? JsonFeed.read(decoded, start, response)
                : XmlFeed.read(decoded, response);
    }

    static NotAFeed notAFeed(String why) {
        return new NotAFeed("not a feed that can be read: " + why);
    }

    /// Where the first character stands that can begin a feed. JSON begins at once or not at all.
    private static int firstSign(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '<') {
                return i;
            }
            if (c > ' ' && c != '\uFEFF') {
                return text.indexOf('<', i);
            }
        }
        return -1;
    }
}
