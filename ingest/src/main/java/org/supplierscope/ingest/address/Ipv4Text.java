package org.supplierscope.ingest.address;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// IPv4 addresses in all forms that the C library once read and browsers still do: `2130706433`, `0x7f.1`,
/// `0177.0.0.1` are all `127.0.0.1`.
final class Ipv4Text {

    private static final long NOT_A_NUMBER = -1;
    /// Above every IPv4 address.
    private static final long TOO_LARGE = 1L << 33;

    private Ipv4Text() {}

    /// Whether a host is an IPv4 address or a failed one, rather than a name.
    static boolean endsInNumber(String host) {
        List<String> parts = parts(host);
        String last = parts.getLast();
        return !last.isEmpty() && (last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last) != NOT_A_NUMBER);
    }

    /// Four decimal numbers; null when it is no address.
    static @Nullable String normalised(String host) {
        List<String> parts = parts(host);
        if (parts.size() > 4) {
            return null;
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            long number = number(parts.get(i));
            boolean last = i == parts.size() - 1;
            long limit = last ? 1L << (8 * (5 - parts.size())) : 256;
            if (number == NOT_A_NUMBER || number >= limit) {
                return null;
            }
            address += last ? number : number << (8 * (3 - i));
        }
        return (address >> 24) + "." + ((address >> 16) & 255) + "." + ((address >> 8) & 255) + "." + (address & 255);
    }

    /// One dot at the end means nothing.
    private static List<String> parts(String host) {
        List<String> parts = new ArrayList<>(List.of(host.split("\\.", -1)));
        if (parts.size() > 1 && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts;
    }

    private static long number(String text) {
        if (text.isEmpty()) {
            return NOT_A_NUMBER;
        }
        int radix = 10;
        String digits = text;
        if (text.startsWith("0x") || text.startsWith("0X")) {
            radix = 16;
            digits = text.substring(2);
        } else if (text.length() > 1 && text.startsWith("0")) {
            radix = 8;
            digits = text.substring(1);
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return NOT_A_NUMBER;
            }
            number = Math.min(number * radix + digit, TOO_LARGE);
        }
        return number;
    }
}
