package org.supplierscope.ingest.address;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Copies of publishers' pages at AMP caches and in Google's viewer. Their addresses hold the page's own, by
/// the "AMP Cache URL format"; only these hosts are believed, since any other could put anybody's address into
/// its path.
final class AmpCache {

    private static final Pattern CACHE =
            Pattern.compile("(?:[a-z0-9-]++\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com)");
    private static final Pattern CACHED = Pattern.compile("/(?:c|v|wp/c|wp/v)/(s/)?([^/]++(?:/.*+)?)");
    private static final Pattern VIEWER = Pattern.compile("(?:www\\.)?google(?:\\.[a-z]{2,3}){1,2}");
    private static final Pattern VIEWED = Pattern.compile("/amp/(s/)?([^/]++(?:/.*+)?)");

    private AmpCache() {}

    /// The address of the page that an address at a cache is a copy of; null when it is none.
    static @Nullable CanonicalAddress original(CanonicalAddress address) {
        String host = address.host();
        Pattern form = CACHE.matcher(host).matches() ? CACHED : VIEWED;
        if (form == VIEWED && !VIEWER.matcher(host).matches()) {
            return null;
        }
        Matcher copy = form.matcher(address.uri().getRawPath());
        if (!copy.matches()) {
            return null;
        }
        String query = address.uri().getRawQuery();
        return CanonicalAddress.parse(
                (copy.group(1) == null ? "http://" : "https://") + copy.group(2) + (query == null ? "" : "?" + query));
    }
}
