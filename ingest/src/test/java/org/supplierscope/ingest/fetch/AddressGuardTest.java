package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// F1: the union of what may not be dialled; that the fetcher keeps to it is in `GuardedFetchingTest`.
class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // this network, private, shared, loopback, link-local
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                // protocol assignments, documentation, 6to4 relays, benchmarks
                "192.0.0.1",
                "192.0.0.170",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                // multicast, reserved, broadcast
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                // written otherwise
                "2130706433",
                // IPv6: unspecified, loopback, IPv4-compatible, IPv4-mapped, discard, local, site, multicast
                "::",
                "::1",
                "::a9fe:a9fe",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "100::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                // NAT64, local NAT64, Teredo, 6to4, ORCHID, benchmarks, documentation, segment routing
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "2001:0:4136:e378::1",
                "2001::1",
                "2002:a9fe:a9fe::",
                "2002:808:808::1",
                "2001:10::1",
                "2001:20::1",
                "2001:2::1",
                "2001:db8::1",
                "3fff::1",
                "5f00::1",
                "4000::1",
                "1::1",
                // ISATAP under public prefixes
                "2606:4700::5efe:a9fe:a9fe",
                "2606:4700::200:5efe:a00:1"
            })
    void specialAddressesAreNotPublic(String address) {
        assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.0.3.1",
                "192.88.98.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "198.51.99.1",
                "203.0.112.1",
                "203.0.114.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2400:cb00::1",
                "2a00:1450::1",
                "2001:200::1",
                "2606:4700::5eff:a9fe:a9fe",
                "2606:4700:0:0:1:5efe:a9fe:a9fe",
                "3ffe::1"
            })
    void ordinaryAddressesArePublic(String address) {
        assertThat(AddressGuard.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "169.254.169.254, link-local",
        "100.64.0.1, shared by a provider's customers",
        "64:ff9b::a9fe:a9fe, NAT64",
        "::a9fe:a9fe, IPv4-compatible",
        "2001::1, Teredo",
        "2002:a9fe:a9fe::, 6to4",
        "4000::1, not given out",
        "8.8.8.8, public"
    })
    void saysWhatAnAddressIsFor(String address, String speciality) {
        assertThat(AddressGuard.speciality(InetAddress.ofLiteral(address))).isEqualTo(speciality);
    }

    @Test
    void opensOnlyTheHostAndPortThatItWasToldTo() {
        var guard = new AddressGuard(Set.of("intranet:8080"));
        InetAddress local = InetAddress.ofLiteral("127.0.0.1");

        assertThat(guard.allows("intranet", new InetSocketAddress(local, 8080))).isTrue();
        assertThat(guard.allows("intranet", new InetSocketAddress(local, 8081))).isFalse();
        assertThat(guard.allows("other", new InetSocketAddress(local, 8080))).isFalse();
        assertThat(guard.allows("other", new InetSocketAddress(InetAddress.ofLiteral("1.1.1.1"), 80)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "10.1.2.3, true",
        "192.168.1.20, true",
        "100.64.0.1, true",
        "::1, true",
        "fd12:3456::1, true",
        "169.254.169.254, false",
        "169.254.170.2, false",
        "100.100.100.200, false",
        "192.0.0.192, false",
        "fd00:ec2::254, false",
        "fe80::1, false",
        "::ffff:169.254.169.254, false",
        "64:ff9b::a9fe:a9fe, false",
        "::a9fe:a9fe, false",
        "2002:a9fe:a9fe::, false",
        "2001::1, false",
        "0.0.0.0, false",
        "224.0.0.1, false"
    })
    void opensNetworksOfTheHouseButNeverWhereCloudsKeepSecrets(String address, boolean opened) {
        var guard = new AddressGuard(Set.of("model.example:11434"));

        boolean allowed = guard.allows("model.example", new InetSocketAddress(InetAddress.ofLiteral(address), 11434));

        assertThat(allowed).isEqualTo(opened);
    }
}
