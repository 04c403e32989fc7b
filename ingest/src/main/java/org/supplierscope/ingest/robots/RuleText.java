package org.supplierscope.ingest.robots;

import java.util.Locale;

/// Brings paths, those of rules and those of addresses, into forms that can be compared character by character.
final class RuleText {

    private static final String UNRESERVED_MARKS = "-._~";

    /// What addresses hold escaped, and what has a meaning of its own in rules.
    private static final String ESCAPED = " \"<>\\^`{|}[]";

    private RuleText() {}

    /// A path with its escapes as they stand, in capitals.
    static String asWritten(String path) {
        return path.indexOf('%') < 0 ? path : written(path, false, false);
    }

    /// The path of a rule with its escapes as they stand; bytes that are not ASCII escaped.
    static String ruleAsWritten(String rule) {
        return written(rule, true, false);
    }

    /// The path of an address with needless escapes undone, and everything else escaped that can be: the
    /// characters that have a meaning in rules as well.
    static String plain(String path) {
        return written(path, true, true).replace("*", "%2A").replace("$", "%24");
    }

    /// The path of a rule in the same form; its stars and the `$` at its end stay.
    static String rulePlain(String rule) {
        String plain = written(rule, true, true);
        boolean toTheEnd = plain.endsWith("$");
        String body = (toTheEnd ? plain.substring(0, plain.length() - 1) : plain).replace("$", "%24");
        return toTheEnd ? body + "$" : body;
    }

    private static String written(String text, boolean escape, boolean plain) {
        var written = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int octet = c == '%' ? octet(text, i) : -1;
            if (octet >= 0) {
                if (plain && isUnreserved(octet)) {
                    written.append((char) octet);
                } else {
                    written.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
                }
                i += 2;
            } else if (escape && (c <= 0x20 || (c >= 0x7f && c <= 0xff) || (plain && ESCAPED.indexOf(c) >= 0))) {
                written.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.toString();
    }

    private static int octet(String text, int at) {
        int high = at + 2 < text.length() ? hexDigit(text.charAt(at + 1)) : -1;
        int low = high < 0 ? -1 : hexDigit(text.charAt(at + 2));
        return low < 0 ? -1 : high * 16 + low;
    }

    private static int hexDigit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }
}
