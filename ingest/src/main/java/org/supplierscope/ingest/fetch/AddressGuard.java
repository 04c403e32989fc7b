package org.supplierscope.ingest.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;

/// Decides which network addresses may be dialled: public unicast ones, and those that are opened by name.
///
/// The check is made on the address that is really dialled, so that a name that changes its answer between a
/// check
/// and
/// the connection gains nothing.
///
/// @param opened `host:port` pairs that may be dialled although they are not public; the demo opens its own
/// sites so
public record AddressGuard(Set<String> opened) {

    /// Copies the set.
    public AddressGuard {
        opened = Set.copyOf(opened);
    }

    /// Whether a request for a host may be sent to an address that its name led to.
    public boolean allows(String host, InetSocketAddress address) {
        return isPublic(address.getAddress()) || opened.contains(host + ":" + address.getPort());
    }

    /// Whether an address belongs to the public internet, by the registries of special addresses (RFC 6890, RFC
    /// 8190):
    /// not private, loopback, link-local, shared (RFC 6598), benchmark, documentation, multicast or reserved;
    /// in
    /// IPv6 only global unicast, and of that nothing that embeds an IPv4 address (Teredo, 6to4), which could
    /// lead
    /// anywhere.
    public static boolean isPublic(InetAddress address) {
        byte[] b = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(b) : isPublic6(b);
    }

    private static boolean isPublic4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> second < 64 || second > 127;
            case 169 -> second != 254;
            case 172 -> second < 16 || second > 31;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    private static boolean isPublic6(byte[] b) {
        int first = ((b[0] & 0xff) << 8) | (b[1] & 0xff);
        int second = ((b[2] & 0xff) << 8) | (b[3] & 0xff);
        boolean globalUnicast = first >= 0x2000 && first <= 0x3fff;
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        boolean sixToFour = first == 0x2002;
        boolean documentation = first == 0x3fff && second < 0x1000;
        return globalUnicast && !special && !sixToFour && !documentation;
    }
}
