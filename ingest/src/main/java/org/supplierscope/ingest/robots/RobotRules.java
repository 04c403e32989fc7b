package org.supplierscope.ingest.robots;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of one site for one robot, by RFC 9309.
///
/// The standard undoes escapes such as `%62` before it compares; the most used reader of robots.txt, which site
/// owners try their rules on, does not. Where the two differ an address is allowed only if both allow it.
///
/// @param asWritten rules with their escapes as they stand
/// @param plain rules with the escapes of letters, digits and `-._~` undone
/// @param crawlDelay how long the site asks to pause between requests; null when it does not say
/// @param sitemaps what the site names as its sitemaps, absolute http or https addresses of any site, in the
/// order of the file
public record RobotRules(
        RuleSet asWritten, RuleSet plain, @Nullable Duration crawlDelay, List<URI> sitemaps) {

    /// RFC 9309, section 2.5, asks for at least 500 KiB to be read.
    public static final int READ_BYTES = 512 * 1024;

    /// Copies the list.
    public RobotRules {
        sitemaps = List.copyOf(sitemaps);
    }

    /// What a site without rules allows: everything.
    public static RobotRules everything() {
        return new RobotRules(RuleSet.NONE, RuleSet.NONE, null, List.of());
    }

    /// Reads the beginning of a robots.txt, whatever it is: nothing that cannot be understood forbids anything.
    ///
    /// @param at the address that it was fetched from
    /// @param body its bytes; more than [#READ_BYTES] are not looked at
    /// @param robot the name of the robot, of letters, `-` and `_`
    public static RobotRules read(URI at, byte[] body, String robot) {
        return new RobotsReader(at, robot).read(RobotsText.lines(body));
    }

    /// Whether an address of the site may be fetched. robots.txt itself always may.
    ///
    /// @param address absolute, in ASCII
    public boolean allows(String address) {
        String path = pathAndQuery(address);
        return path.equals("/robots.txt")
                || (asWritten.allows(RuleText.asWritten(path)) && plain.allows(RuleText.plain(path)));
    }

    private static String pathAndQuery(String address) {
        int scheme = address.indexOf("://");
        int authority = scheme < 0 ? 0 : scheme + 3;
        int end = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
        for (int i = authority; i < end; i++) {
            char c = address.charAt(i);
            if (c == '/' || c == '?') {
                return (c == '?' ? "/" : "") + address.substring(i, end);
            }
        }
        return "/";
    }
}
