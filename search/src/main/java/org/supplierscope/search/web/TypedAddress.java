package org.supplierscope.search.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// The address of a source as somebody typed it. Only what is wrong in any reading is refused here: the crawler
/// reads addresses as browsers do, and tells what it refuses.
///
/// @param full with the scheme, for the crawler
/// @param scheme `http` or `https`
/// @param host in lower case, in whatever script; numbers of IPv6 in brackets
/// @param port 0 to 65535; -1 when none is given
/// @param rest what stands behind host and port, as typed
record TypedAddress(String full, String scheme, String host, int port, String rest) {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_PORT = 65_535;
    /// First bytes of IPv4 that nobody's server has: this network, and all above multicast (RFC 6890).
    private static final int RESERVED = 240;

    private static final Pattern PARTS = Pattern.compile("(https?)://([^/?#\\\\]*)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s\\p{Cntrl}:@<>\\[\\]^|\"{}]+)(?::([0-9]*))?");

    /// Reads what was typed; `https://` may be left out.
    ///
    /// @throws WrongParameterException when it can be no address of a site, with the reason
    static TypedAddress of(String typed) throws WrongParameterException {
        String text = typed.strip();
        if (text.length() > MAX_LENGTH) {
            throw new WrongParameterException("the address is longer than " + MAX_LENGTH + " characters");
        }
        String full = text.contains("://") ? text : "https://" + text;
        Matcher parts = PARTS.matcher(full);
        if (!parts.matches()) {
            throw none(text);
        }
        String authority = parts.group(2);
        if (authority.indexOf('@') >= 0) {
            throw new WrongParameterException("'" + shown(text)
                    + "' has a user name or password in it, and what they lead to is not public; leave them out");
        }
        Matcher site = AUTHORITY.matcher(authority);
        if (!site.matches()) {
            throw none(text);
        }
        String host = site.group(1).toLowerCase(Locale.ROOT);
        check(host, text);
        String rest = parts.group(3).isEmpty() ? "/" : parts.group(3);
        String end = parts.group(3).isEmpty() ? "/" : "";
        return new TypedAddress(full + end, parts.group(1).toLowerCase(Locale.ROOT), host, port(site.group(2)), rest);
    }

    private static int port(@Nullable String digits) throws WrongParameterException {
        if (digits == null || digits.isEmpty()) {
            return -1;
        }
        String plain = digits.replaceFirst("^0+(?=.)", "");
        if (plain.length() > 5 || Integer.parseInt(plain) > MAX_PORT) {
            throw new WrongParameterException("the port " + shown(digits) + " is beyond " + MAX_PORT);
        }
        return Integer.parseInt(plain);
    }

    /// Numbers that are no address, or that no server can have, will not become one.
    private static void check(String host, String text) throws WrongParameterException {
        String last = host.replaceFirst("\\.$", "");
        boolean six = host.startsWith("[");
        if (!six && !last.substring(last.lastIndexOf('.') + 1).matches("[0-9]+")) {
            return;
        }
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(six ? host.substring(1, host.length() - 1) : last);
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException("'" + shown(text) + "' has a host of numbers that is no IP address");
        }
        byte[] bytes = address.getAddress();
        int first = Byte.toUnsignedInt(bytes[0]);
        boolean reserved = bytes.length == 4 && (first == 0 || first >= RESERVED);
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || reserved) {
            throw new WrongParameterException(
                    "'" + shown(text) + "' is an IP address that no site on the internet can have");
        }
    }

    /// The host without `www.`, as a name for people.
    String site() {
        return host.replaceFirst("^www\\.", "").replaceFirst("\\.$", "");
    }

    /// Whether an address is the same as people compare them: without scheme, `www.`, fragment and last stroke.
    boolean isSameAs(URI other) {
        try {
            return plain().equals(of(other.toString()).plain());
        } catch (WrongParameterException e) {
            return false;
        }
    }

    private String plain() {
        boolean usual = port < 0 || port == (scheme.equals("http") ? 80 : 443);
        String page = rest.replaceFirst("#.*$", "").replaceFirst("\\?$", "");
        String walked = page.replace("/./", "/").replaceFirst("/\\.$", "/").replaceFirst("/$", "");
        return site() + (usual ? "" : ":" + port) + walked;
    }

    private static WrongParameterException none(String text) {
        return new WrongParameterException(
                "'" + shown(text) + "' is not a web address: give one such as https://news.example/");
    }

    private static String shown(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
