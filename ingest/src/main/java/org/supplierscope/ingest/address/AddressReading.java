package org.supplierscope.ingest.address;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What we make of the text of an address: [WebAddress] reads it as a browser does, and here stands what we
/// refuse on top of that.
public sealed interface AddressReading {

    /// An address that we follow.
    record Accepted(WebAddress address) implements AddressReading {}

    /// One that we do not.
    record Refused(AddressRefusal why) implements AddressReading {}

    /// Reads an address of any scheme: what a link or a redirect means.
    ///
    /// @param text absolute, or relative to `base`; white space around it is left out
    /// @param base null when there is none
    static AddressReading of(String text, @Nullable WebAddress base) {
        String link = text.strip();
        if (link.length() > LinkText.MAX_LENGTH) {
            return new Refused(AddressRefusal.TOO_LONG);
        }
        if (link.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r')) {
            return new Refused(AddressRefusal.CONTROL_CHARACTER);
        }
        WebAddress address = WebAddress.parse(link, base);
        if (address == null) {
            return new Refused(AddressRefusal.NO_ADDRESS);
        }
        if (address.ambiguous()) {
            return new Refused(AddressRefusal.AMBIGUOUS_HOST);
        }
        return LinkText.sendable(address).length() > LinkText.MAX_LENGTH
                ? new Refused(AddressRefusal.TOO_LONG)
                : new Accepted(address);
    }

    /// Reads an absolute address that is to be fetched: http or https, a host that can be looked up, no user
    /// name.
    static AddressReading forCrawl(String text) {
        AddressReading reading = of(text, null);
        if (!(reading instanceof Accepted(WebAddress address))) {
            return reading;
        }
        if (!address.isWeb()) {
            return new Refused(AddressRefusal.NOT_WEB);
        }
        if (address.hasUserInfo()) {
            return new Refused(AddressRefusal.USER_INFO);
        }
        if (address.host() == null || !isKnowable(address.host())) {
            return new Refused(AddressRefusal.NO_HOST_NAME);
        }
        String fragment = address.fragment();
        return fragment != null && fragment.startsWith("!/") && fragment.length() > 2
                ? new Refused(AddressRefusal.SCRIPT_ROUTE)
                : reading;
    }

    /// RFC 1035, section 2.3.4, with the underscore, which names in use have. A dot at the end is allowed.
    private static boolean isKnowable(String host) {
        if (host.startsWith("[")) {
            return true;
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        Set<Character> marks = Set.of('-', '_', '.');
        boolean letters = name.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || marks.contains((char) c));
        if (!letters || name.isEmpty() || name.length() > 253) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > 63) {
                return false;
            }
        }
        return true;
    }
}
