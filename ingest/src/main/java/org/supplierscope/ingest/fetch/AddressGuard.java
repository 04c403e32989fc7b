package org.supplierscope.ingest.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Set;

/// Decides which network addresses may be dialled: public unicast ones, and those that are opened by name.
///
/// The check is made on the address that is really dialled, so that a name that changes its answer between a
/// check and the connection gains nothing.
///
/// @param opened `host:port` pairs that may also be dialled where they lead to this machine or a private
/// network; the demo opens its own sites so. Nothing opens link-local addresses and those where a cloud tells
/// its machines their secrets: a name that is pointed there gains nothing by having been opened
public record AddressGuard(Set<String> opened) {

    /// Copies the set.
    public AddressGuard {
        opened = Set.copyOf(opened);
    }

    /// Whether a request for a host may be sent to an address that its name led to.
    public boolean allows(String host, InetSocketAddress address) {
        return isPublic(address.getAddress())
                || (opened.contains(host + ":" + address.getPort())
                        && SpecialNetworks.isOneOfOurOwn(address.getAddress()));
    }

    /// Whether an address belongs to the public internet, by the registries of special addresses (RFC 6890, RFC
    /// 8190): not private, loopback, link-local, shared (RFC 6598), benchmark, documentation, multicast or
    /// reserved; in IPv6 only global unicast, and of that nothing that embeds an IPv4 address (Teredo, 6to4,
    /// ISATAP), which could lead anywhere.
    public static boolean isPublic(InetAddress address) {
        return SpecialNetworks.speciality(address) == null;
    }

    /// What an address is for, for people: `public`, or such as `loopback`.
    static String speciality(InetAddress address) {
        return Objects.requireNonNullElse(SpecialNetworks.speciality(address), "public");
    }
}
