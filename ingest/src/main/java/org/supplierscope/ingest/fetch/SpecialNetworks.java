package org.supplierscope.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The networks that are not the public internet, from `special-networks.txt`.
final class SpecialNetworks {

    private static final List<Network> NETWORKS = read();

    /// By the names of the list.
    private static final Set<String> OUR_OWN = Set.of("loopback", "private", "shared by a provider's customers");

    /// @param bits how many of the first bits an address must share with the prefix
    private record Network(InetAddress first, int bits, String name) {

        static Network parse(String line) {
            int slash = line.indexOf('/');
            int blank = line.indexOf(' ', slash);
            return new Network(
                    InetAddress.ofLiteral(line.substring(0, slash)),
                    Integer.parseInt(line.substring(slash + 1, blank)),
                    line.substring(blank + 1));
        }

        boolean contains(byte[] address) {
            byte[] prefix = first.getAddress();
            if (address.length != prefix.length) {
                return false;
            }
            for (int i = 0; i * 8 < bits; i++) {
                int left = bits - i * 8;
                int mask = left >= 8 ? 0xff : 0xff << (8 - left);
                if (((address[i] ^ prefix[i]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private SpecialNetworks() {}

    /// What an address is for if not for the public internet, such as `loopback`; null when it is public.
    static @Nullable String speciality(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Network network : NETWORKS) {
            if (network.contains(bytes)) {
                return network.name();
            }
        }
        if (bytes.length == 4) {
            return null;
        }
        if ((bytes[0] & 0xe0) != 0x20) {
            return "not given out";
        }
        return tunnels(bytes) ? "ISATAP" : null;
    }

    /// Whether an address is this machine's or on a network of the house: loopback, private, or shared by a
    /// provider's customers, which virtual private networks use too.
    static boolean isOneOfOurOwn(InetAddress address) {
        String speciality = speciality(address);
        return speciality != null && OUR_OWN.contains(speciality);
    }

    /// RFC 5214, section 6.1: under any prefix, the second half of the address holds an IPv4 address, which
    /// could lead anywhere.
    private static boolean tunnels(byte[] address) {
        return (address[8] & 0xfd) == 0 && address[9] == 0 && address[10] == 0x5e && (address[11] & 0xff) == 0xfe;
    }

    private static List<Network> read() {
        try (InputStream in =
                Objects.requireNonNull(SpecialNetworks.class.getResourceAsStream("special-networks.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Network::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of special networks cannot be read", e);
        }
    }
}
