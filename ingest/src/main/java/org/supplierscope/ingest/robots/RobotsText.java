package org.supplierscope.ingest.robots;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The bytes of a robots.txt as lines of octets, one character each: rules are compared as octets, so that a
/// path in whatever encoding of the site is the path that its addresses have.
final class RobotsText {

    private RobotsText() {}

    /// The lines of the beginning of a file, without comments and white space around them. A line that is cut
    /// off is left out: half a rule forbids more than the whole.
    static Stream<String> lines(byte[] body) {
        boolean cut = body.length > RobotRules.READ_BYTES;
        String text = octets(cut ? Arrays.copyOf(body, RobotRules.READ_BYTES) : body);
        List<String> lines = Arrays.asList(text.split("\r\n|\r|\n", -1));
        return lines.stream()
                .limit(cut ? lines.size() - 1 : lines.size())
                .map(RobotsText::withoutComment)
                .filter(line -> !line.isEmpty());
    }

    /// Some files are UTF-16, which their byte order mark tells.
    private static String octets(byte[] body) {
        if (startsWith(body, 0xef, 0xbb, 0xbf)) {
            return new String(body, 3, body.length - 3, ISO_8859_1);
        }
        boolean little = startsWith(body, 0xff, 0xfe);
        if (little || startsWith(body, 0xfe, 0xff)) {
            String text = new String(body, 2, body.length - 2, little ? UTF_16LE : UTF_16BE);
            return new String(text.getBytes(UTF_8), ISO_8859_1);
        }
        return new String(body, ISO_8859_1);
    }

    private static boolean startsWith(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= body.length || (body[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        String told = (comment < 0 ? line : line.substring(0, comment)).trim();
        return told.startsWith("<") || told.endsWith(">") ? withoutTags(told).trim() : told;
    }

    /// Rules that an editor wrapped into a page.
    private static String withoutTags(String line) {
        var text = new StringBuilder(line.length());
        boolean tag = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            tag |= c == '<';
            if (!tag) {
                text.append(c);
            }
            tag &= c != '>';
        }
        return text.toString();
    }
}
