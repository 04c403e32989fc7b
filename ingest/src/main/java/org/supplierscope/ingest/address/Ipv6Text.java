package org.supplierscope.ingest.address;

import org.jspecify.annotations.Nullable;

/// IPv6 addresses, read as the WHATWG URL Standard does and written as RFC 5952 says, with the last 32 bits
/// never as an IPv4 address. There are no zones: they mean something on one machine only.
final class Ipv6Text {

    private static final int PIECES = 8;

    private final String text;
    private final int[] pieces = new int[PIECES];
    private int at;
    private int piece;
    private int gap = -1;

    private Ipv6Text(String text) {
        this.text = text;
    }

    /// The address in its short form with brackets, from its text without; null when it is none.
    static @Nullable String normalised(String text) {
        var address = new Ipv6Text(text);
        return address.read() ? address.written() : null;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private boolean read() {
        if (peek() == ':') {
            if (!text.startsWith("::")) {
                return false;
            }
            at = 2;
            piece = 1;
            gap = 1;
        }
        while (at < text.length()) {
            if (piece == PIECES) {
                return false;
            }
            if (peek() == ':') {
                if (gap >= 0) {
                    return false;
                }
                at++;
                gap = ++piece;
                continue;
            }
            int start = at;
            int value = 0;
            while (at < start + 4 && hexDigit(peek()) >= 0) {
                value = value * 16 + hexDigit(peek());
                at++;
            }
            if (peek() == '.') {
                at = start;
                return readIpv4() && filled();
            }
            if (peek() == ':') {
                at++;
                if (at == text.length()) {
                    return false;
                }
            } else if (at < text.length()) {
                return false;
            }
            pieces[piece++] = value;
        }
        return filled();
    }

    private static int hexDigit(int c) {
        return c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /// The last 32 bits as four decimal numbers, up to the end.
    private boolean readIpv4() {
        if (piece > PIECES - 2 || at == text.length()) {
            return false;
        }
        String[] numbers = text.substring(at).split("\\.", -1);
        if (numbers.length != 4) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            String number = numbers[i];
            boolean decimal = !number.isEmpty()
                    && number.length() <= 3
                    && number.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (number.length() == 1 || !number.startsWith("0"));
            if (!decimal || Integer.parseInt(number) > 255) {
                return false;
            }
            pieces[piece + i / 2] = pieces[piece + i / 2] * 256 + Integer.parseInt(number);
        }
        piece += 2;
        return true;
    }

    /// Moves what stands behind the gap to the end.
    private boolean filled() {
        if (gap < 0) {
            return piece == PIECES;
        }
        for (int behind = piece - gap, to = PIECES - 1; behind > 0 && to > gap + behind - 1; behind--, to--) {
            pieces[to] = pieces[gap + behind - 1];
            pieces[gap + behind - 1] = 0;
        }
        return true;
    }

    private String written() {
        int longest = 1;
        int hidden = -1;
        for (int i = 0; i < PIECES; i++) {
            int end = i;
            while (end < PIECES && pieces[end] == 0) {
                end++;
            }
            if (end - i > longest) {
                longest = end - i;
                hidden = i;
            }
            i = Math.max(i, end - 1);
        }
        var written = new StringBuilder("[");
        for (int i = 0; i < PIECES; i++) {
            if (i == hidden) {
                written.append(i == 0 ? "::" : ":");
                i += longest - 1;
            } else {
                written.append(Integer.toHexString(pieces[i])).append(i < PIECES - 1 ? ":" : "");
            }
        }
        return written.append(']').toString();
    }
}
