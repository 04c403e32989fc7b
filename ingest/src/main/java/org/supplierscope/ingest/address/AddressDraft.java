package org.supplierscope.ingest.address;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The address that a parser is making: the parts of a URL record of the WHATWG URL Standard (section 4.1) as far as
/// they
/// are known. The parser's states write them; nobody else sees it.
final class AddressDraft {

    /// The schemes of the web and their ports; -1 for none.
    private static final Map<String, Integer> SPECIAL =
            Map.of("http", 80, "https", 443, "ws", 80, "wss", 443, "ftp", 21, "file", -1);

    private final StringBuilder username = new StringBuilder();
    private final StringBuilder password = new StringBuilder();
    private boolean passwordSeen;
    private int port = -1;
    final AddressPath path = new AddressPath();
    String scheme = "";

    @Nullable
    String host;

    @Nullable
    StringBuilder opaquePath;

    @Nullable
    StringBuilder query;

    @Nullable
    StringBuilder fragment;
    /// Whether other parsers may read it otherwise.
    boolean ambiguous;

    boolean isSpecial() {
        return SPECIAL.containsKey(scheme);
    }

    boolean isFile() {
        return scheme.equals("file");
    }

    boolean isSpecialBackslash(int c) {
        return c == '\\' && isSpecial();
    }

    /// Takes a character of user name and password, which the first colon parts.
    void credential(int c) {
        if (c == ':' && !passwordSeen) {
            passwordSeen = true;
        } else {
            PercentSet.USER_INFO.write(c, passwordSeen ? password : username);
        }
    }

    /// The usual port of a scheme is not written.
    void port(int number) {
        port = SPECIAL.getOrDefault(scheme, -1) == number ? -1 : number;
    }

    void takeHost(WebAddress from) {
        username.append(from.username());
        password.append(from.password());
        host = from.host();
        port = from.port();
    }

    void takeQuery(WebAddress from) {
        query = from.query() == null ? null : new StringBuilder(from.query());
    }

    WebAddress address() {
        return new WebAddress(
                scheme,
                username.toString(),
                password.toString(),
                host,
                port,
                opaquePath != null ? opaquePath.toString() : path.written(),
                opaquePath != null,
                query == null ? null : query.toString(),
                fragment == null ? null : fragment.toString(),
                ambiguous);
    }
}
