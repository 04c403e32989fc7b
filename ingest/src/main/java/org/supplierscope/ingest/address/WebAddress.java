package org.supplierscope.ingest.address;

import org.jspecify.annotations.Nullable;

/// A web address as browsers read it (WHATWG URL Standard): every address that comes in from outside is read
/// here, so that no two parts of the program can take one text for two different hosts.
///
/// ```java
/// WebAddress page = WebAddress.parse("https://example.org/news/list?page=2", null);
/// WebAddress link = WebAddress.parse("../img\\a b.png", page); // https://example.org/img/a%20b.png
/// ```
///
/// It says what an address means, not whether we go there: see [AddressPolicy].
///
/// @param scheme in lower case, without the colon
/// @param username percent-encoded; empty when there is none
/// @param password percent-encoded; empty when there is none
/// @param host ASCII in lower case, IPv4 as four decimal numbers, IPv6 in brackets; empty for local files; null
/// where the scheme has none
/// @param port 0 to 65535; -1 when there is none or it is the scheme's own
/// @param path percent-encoded; starts with a slash unless `opaque`
/// @param opaque whether the path has no segments, as in `mailto:desk@example.org`
/// @param query percent-encoded, without the question mark; null when there is none
/// @param fragment percent-encoded, without the hash; null when there is none
/// @param ambiguous whether a backslash stood where the host begins or ends, which programs other than browsers
/// read as a part of it
public record WebAddress(
        String scheme,
        String username,
        String password,
        @Nullable String host,
        int port,
        String path,
        boolean opaque,
        @Nullable String query,
        @Nullable String fragment,
        boolean ambiguous) {

    /// Reads an address in time linear in its length.
    ///
    /// @param text absolute, or relative to `base`
    /// @param base null when there is none
    /// @return null where a browser reports a failure
    public static @Nullable WebAddress parse(String text, @Nullable WebAddress base) {
        return new AddressParser(text, base).parse();
    }

    /// Whether it is an http or https address.
    public boolean isWeb() {
        return scheme.equals("http") || scheme.equals("https");
    }

    /// Whether it names a user or a password.
    public boolean hasUserInfo() {
        return !username.isEmpty() || !password.isEmpty();
    }

    /// The address as a browser writes it. Browsers leave some characters that `java.net.URI` does not take.
    public String href() {
        var text = new StringBuilder(scheme).append(':');
        if (host != null) {
            text.append("//");
            if (hasUserInfo()) {
                text.append(username);
                if (!password.isEmpty()) {
                    text.append(':').append(password);
                }
                text.append('@');
            }
            text.append(host);
            if (port >= 0) {
                text.append(':').append(port);
            }
        } else if (!opaque && path.startsWith("//")) {
            text.append("/.");
        }
        text.append(path);
        if (query != null) {
            text.append('?').append(query);
        }
        if (fragment != null) {
            text.append('#').append(fragment);
        }
        return text.toString();
    }
}
