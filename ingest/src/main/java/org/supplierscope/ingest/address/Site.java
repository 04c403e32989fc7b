package org.supplierscope.ingest.address;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What belongs to one publisher as far as an address tells: the registrable domain of its host by the Public
/// Suffix List, so `www.example.co.uk` and `news.example.co.uk` are one site, two blogs on one host of blogs
/// are not.
///
/// @param name in lower case; the whole host where it is an IP address or a name without dots
public record Site(String name) {

    private static final Pattern IP_ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");

    /// The site of an address with a host.
    ///
    /// @throws IllegalArgumentException when it has none
    public static Site of(URI address) {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("no host: " + address);
        }
        return new Site(name(address.getHost().toLowerCase(Locale.ROOT)));
    }

    /// Whether an address is on this site; one without a host is not.
    public boolean holds(URI address) {
        @Nullable String host = address.getHost();
        return host != null && name(host.toLowerCase(Locale.ROOT)).equals(name);
    }

    private static String name(String host) {
        if (IP_ADDRESS.matcher(host).matches()) {
            return host;
        }
        @Nullable String domain = EffectiveTldFinder.getAssignedDomain(host, true, false);
        if (domain != null && !domain.isEmpty()) {
            return domain;
        }
        // The list's own rule for endings that it does not know: the last name is the suffix.
        int suffix = host.lastIndexOf('.');
        return host.substring(host.lastIndexOf('.', suffix - 1) + 1);
    }
}
