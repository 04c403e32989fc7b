package org.supplierscope.ingest.address;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Links as they stand in feeds, redirects and lists: written by people and programs that browsers forgive.
///
/// What a browser would send is made of them: characters that an address cannot hold are percent-encoded, names
/// in other scripts are put into their ASCII form. A backslash, which browsers and servers read differently,
/// and control characters are not forgiven.
public final class LinkText {

    /// The longest address that is followed, in characters of its ASCII form; longer ones are traps.
    public static final int MAX_LENGTH = 2000;

    /// RFC 1035, section 2.3.4.
    private static final int MAX_HOST = 255;

    private static final Pattern HOST = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]{0,20}:)?//([^/?#@:]+)");
    private static final Pattern BARE_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern QUERY_OR_FRAGMENT = Pattern.compile("[?#]");

    private LinkText() {}

    /// The address that a link means, in ASCII, or null when it means none.
    ///
    /// @param text absolute, or relative to `base`
    /// @param base the address of the document that holds the link, absolute and with a path
    public static @Nullable URI resolve(URI base, String text) {
        URI link = parse(text);
        if (link == null || link.isAbsolute()) {
            return link;
        }
        // RFC 3986, section 5.2.2; java.net.URI follows the older RFC 2396, which loses the last part of the
        // path.
        boolean queryOnly = text.strip().startsWith("?");
        URI resolved = queryOnly ? parse(QUERY_OR_FRAGMENT.split(base.toString(), 2)[0] + link) : base.resolve(link);
        return resolved == null || resolved.toString().length() > MAX_LENGTH ? null : resolved;
    }

    /// The address, absolute or relative, that a link is written for, in ASCII; null when it is none, or longer
    /// than [#MAX_LENGTH].
    public static @Nullable URI parse(String text) {
        String link = text.strip();
        if (link.isEmpty() || link.length() > MAX_LENGTH) {
            return null;
        }
        try {
            String encoded = encoded(asciiHost(link));
            URI uri = URI.create(new URI(encoded).toASCIIString());
            boolean tooLong = uri.toString().length() > MAX_LENGTH
                    || (uri.getHost() != null && uri.getHost().length() > MAX_HOST);
            return tooLong ? null : uri;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String asciiHost(String link) {
        Matcher host = HOST.matcher(link);
        if (!host.find() || host.group(2).chars().allMatch(c -> c < 0x80)) {
            return link;
        }
        return link.substring(0, host.start(2)) + IDN.toASCII(host.group(2)) + link.substring(host.end(2));
    }

    private static String encoded(String link) {
        String percent = BARE_PERCENT.matcher(link).replaceAll("%25");
        // Brackets are delimiters in the host of an address (IPv6) and nowhere else before the query.
        int authority = percent.indexOf("//");
        int path = authority < 0 ? 0 : Math.max(percent.indexOf('/', authority + 2), 0);
        var encoded = new StringBuilder(percent.length() + 16);
        for (int i = 0; i < percent.length(); i++) {
            char c = percent.charAt(i);
            boolean unsafe = " \"<>^`{|}".indexOf(c) >= 0 || ((c == '[' || c == ']') && path > 0 && i > path);
            if (unsafe) {
                encoded.append('%').append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }
}
