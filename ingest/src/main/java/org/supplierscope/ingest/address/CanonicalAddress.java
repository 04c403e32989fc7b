package org.supplierscope.ingest.address;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The one spelling of a web address: ASCII, host in lower case, no default port, no fragment, no tracking
/// parameters, no session.
///
/// Two addresses with the same canonical form are the same page to us, so only what never changes a page is
/// removed. It is the form that is fetched. Two pages that show the same article (its form for printing, its
/// AMP form) keep their own addresses and share an [#identity].
///
/// @param uri an absolute http or https address. Of hosts with an underscore `java.net.URI` knows no host:
/// ask [#host] and [#authority].
public record CanonicalAddress(URI uri) {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    /// The canonical form of an address as it stands in a feed or page, or null when it is none that we fetch:
    /// [AddressReading#forCrawl] says why.
    public static @Nullable CanonicalAddress parse(String text) {
        return AddressReading.forCrawl(text) instanceof AddressReading.Accepted(WebAddress address)
                ? of(address)
                : null;
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

    private static CanonicalAddress of(WebAddress address) {
        String host = String.valueOf(address.host());
        String query = address.query() == null ? "" : QueryText.withoutTracking(address.query());
        var plain = new WebAddress(
                address.scheme(),
                "",
                "",
                // The dot that names the root; with it the host would be another one to our manners.
                host.endsWith(".") ? host.substring(0, host.length() - 1) : host,
                address.port(),
                SessionForm.withoutSession(address.path()),
                false,
                query.isEmpty() ? null : query,
                null,
                false);
        return new CanonicalAddress(URI.create(upperCaseEscapes(LinkText.sendable(plain))));
    }

    /// RFC 3986, section 6.2.2.1: the case of an escape's digits means nothing.
    private static String upperCaseEscapes(String address) {
        return ESCAPE.matcher(address).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }

    /// Host and port, which is what manners are kept towards: `host` for a default port, else `host:port`.
    public String authority() {
        return uri.getRawAuthority();
    }

    /// The host: a name, four decimal numbers, or an IPv6 address in brackets.
    public String host() {
        String authority = uri.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    /// The address of the article that the page shows, whichever form of it the page is: AMP and print forms
    /// are led back to the plain one. It names the article and is not necessarily an address that answers.
    public URI identity() {
        return ArticleForm.of(this).uri();
    }

    /// 32 hexadecimal digits, fixed by the [#identity]: the first half of its SHA-256.
    public String id() {
        return digest(identity().toString());
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
}
