package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.address.CanonicalAddress;

/// F1: whatever a number is written like, what the guard sees is what would be dialled.
class DialledHostTest {

    private static InetAddress dialled(String host) throws UnknownHostException {
        String canonical = Objects.requireNonNull(CanonicalAddress.parse("http://" + host + "/a"), host)
                .host();
        String plain = canonical.startsWith("[") ? canonical.substring(1, canonical.length() - 1) : canonical;
        // No name is looked up: everything here is a number by now.
        return InetAddress.ofLiteral(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2130706433",
                "0x7f000001",
                "0x7F.0x00.0x00.0X01",
                "0177.0.0.1",
                "0177.1",
                "017700000001",
                "127.1",
                "127.0.0.1.",
                "0",
                "0x0",
                "00000000000",
                "１２７.0.0.1",
                "127。0。0。1",
                "%31%32%37.1",
                "0xA9FEA9FE",
                "2852039166",
                "0251.0376.0251.0376",
                "169.254.43518",
                "10.1",
                "0xac.0x10.1",
                "192.168.257",
                "100.64.1",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[::127.0.0.1]",
                "[::ffff:127.0.0.1]",
                "[::FFFF:7F00:1]",
                "[::a9fe:a9fe]",
                "[64:ff9b::169.254.169.254]",
                "[2002:a9fe:a9fe::]",
                "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
                "[fe80::1]",
                "[fd00::1]"
            })
    void isSeenAsNotPublicInEveryWriting(String host) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(dialled(host))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"16843009", "0x01010101", "1.1", "8.8.2056", "010.0.0.1", "[::ffff:8.8.8.8]", "[2606:4700::1111]"
            })
    void staysPublicWhereItIs(String host) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(dialled(host))).isTrue();
    }
}
