package org.supplierscope.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.LinkText;

/// Links of feeds: only http and https lead anywhere.
final class WebLinks {

    /// More links than this in one header are no announcement of hubs.
    private static final int MAX_LINKS = 32;

    private WebLinks() {}

    /// The web address that a link means, or null when it means none.
    static @Nullable URI resolve(URI base, String text) {
        URI link = LinkText.resolve(base, text.strip());
        return link != null && isWeb(link) ? link : null;
    }

    /// The links of one relation in a Link header (RFC 8288).
    static List<URI> ofHeader(@Nullable String header, String relation, URI base) {
        List<URI> links = new ArrayList<>();
        int from = header == null ? -1 : header.indexOf('<');
        for (int i = 0; i < MAX_LINKS && header != null && from >= 0; i++) {
            int to = header.indexOf('>', from);
            if (to < 0) {
                return links;
            }
            int next = header.indexOf('<', to);
            String parameters = header.substring(to + 1, next < 0 ? header.length() : next);
            // An address holds no "<": what stands before the last one is noise.
            String target = header.substring(header.lastIndexOf('<', to) + 1, to);
            URI link = named(parameters, relation) ? resolve(base, target) : null;
            if (link != null) {
                links.add(link);
            }
            from = next;
        }
        return links;
    }

    private static boolean named(String parameters, String relation) {
        String plain = parameters.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        for (String parameter : plain.split("[;,]", -1)) {
            if (parameter.equals("rel=" + relation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWeb(URI link) {
        return link.getHost() != null
                && ("http".equalsIgnoreCase(link.getScheme()) || "https".equalsIgnoreCase(link.getScheme()));
    }
}
