package org.supplierscope.ingest.address;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one spelling of a web address: ASCII, host in lower case, no default port, no fragment, no tracking
/// parameters.
///
/// Two addresses with the same canonical form are the same page to us, so only what never changes a page is
/// removed.
///
/// @param uri an absolute http or https address
public record CanonicalAddress(URI uri) {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    /// Parameters that campaigns and social networks append and that never choose what a page shows.
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "cmpid",
            "spm",
            "ref_src",
            "wt.mc_id");

    /// The canonical form of an address as it stands in a feed or page, or null when it is not an absolute
    /// http or https address with a host, or longer than [LinkText#MAX_LENGTH]. User names and passwords in an
    /// address are refused for the same reason as other
    /// schemes: what they lead to is not public.
    public static @Nullable CanonicalAddress parse(String text) {
        URI uri = LinkText.parse(text);
        if (uri == null) {
            return null;
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !(scheme.equals("http") || scheme.equals("https"))) {
            return null;
        }
        boolean defaultPort = uri.getPort() == (scheme.equals("http") ? 80 : 443);
        var canonical =
                new StringBuilder(scheme).append("://").append(uri.getHost().toLowerCase(Locale.ROOT));
        if (uri.getPort() >= 0 && !defaultPort) {
            canonical.append(':').append(uri.getPort());
        }
        canonical.append(withoutDots(uri.getRawPath() == null ? "" : uri.getRawPath()));
        String query = uri.getRawQuery() == null ? "" : withoutTracking(uri.getRawQuery());
        if (!query.isEmpty()) {
            canonical.append('?').append(query);
        }
        return new CanonicalAddress(URI.create(upperCaseEscapes(canonical.toString())));
    }

    /// RFC 3986, section 5.2.4. `URI.normalize` would also join double slashes, which may matter to the server.
    private static String withoutDots(String path) {
        String[] segments = path.split("/", -1);
        List<String> kept = new ArrayList<>();
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("..") && !kept.isEmpty()) {
                kept.removeLast();
            }
            if (!segments[i].equals(".") && !segments[i].equals("..")) {
                kept.add(segments[i]);
            } else if (last) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /// RFC 3986, section 6.2.2.1: the case of an escape's digits means nothing.
    private static String upperCaseEscapes(String address) {
        return ESCAPE.matcher(address).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }

    /// The canonical form of an address that is known to be one, such as one that was fetched.
    ///
    /// @throws IllegalArgumentException when it is not an absolute http or https address
    public static CanonicalAddress of(URI uri) {
        CanonicalAddress address = parse(uri.toString());
        if (address == null) {
            throw new IllegalArgumentException("not an absolute http or https address: " + uri);
        }
        return address;
    }

    /// Host and port, which is what manners are kept towards: `host` for a default port, else `host:port`.
    public String authority() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// 32 hexadecimal digits, fixed by the address: the first half of its SHA-256.
    public String id() {
        return digest(uri.toString());
    }

    /// 32 hexadecimal digits fixed by a text: the first half of its SHA-256 in UTF-8.
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String withoutTracking(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> {
                    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
                    return !name.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name);
                })
                .collect(Collectors.joining("&"));
    }
}
