package org.supplierscope.ingest.robots;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.LinkText;

/// Reads the lines of one robots.txt: of all groups those for our robot together, or those for all robots when
/// none names ours. One use per file.
final class RobotsReader {

    /// Large sites name some dozens.
    private static final int MAX_SITEMAPS = 1000;

    private static final Pattern KEY_AND_VALUE = Pattern.compile("([^:]*+):(.*+)");
    /// A colon that was forgotten.
    private static final Pattern TWO_WORDS = Pattern.compile("([^ \t]++)[ \t]++([^ \t]++)");

    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z_-]*+");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");
    /// The crawl's own limit is far lower.
    private static final Duration LONGEST_DELAY = Duration.ofDays(365);

    private final URI at;
    private final String robot;
    private final Group ours = new Group();
    private final Group all = new Group();
    private final Set<URI> sitemaps = new LinkedHashSet<>();
    private boolean naming;

    private static final class Group {
        private final List<RuleSet.Rule> asWritten = new ArrayList<>();
        private final List<RuleSet.Rule> plain = new ArrayList<>();
        private @Nullable Duration delay;
        private boolean named;
        private boolean open;
    }

    RobotsReader(URI at, String robot) {
        this.at = at;
        this.robot = product(robot);
    }

    RobotRules read(Stream<String> lines) {
        lines.forEach(this::read);
        Group group = ours.named ? ours : all;
        return new RobotRules(RuleSet.of(group.asWritten), RuleSet.of(group.plain), group.delay, List.copyOf(sitemaps));
    }

    private void read(String line) {
        Matcher told = KEY_AND_VALUE.matcher(line);
        if (!told.matches() && !told.usePattern(TWO_WORDS).matches()) {
            return;
        }
        String value = told.group(2).trim();
        switch (Directive.of(told.group(1).trim())) {
            case USER_AGENT -> name(value);
            case ALLOW -> rule(value, true);
            case DISALLOW -> rule(value, false);
            case CRAWL_DELAY -> delay(value);
            case SITEMAP -> sitemap(value);
            // RFC 9309, section 2.2.4: other lines must not disturb the groups.
            case OTHER -> {}
        }
    }

    private void name(String value) {
        if (!naming) {
            ours.open = false;
            all.open = false;
            naming = true;
        }
        boolean everybody = value.equals("*") || value.startsWith("* ") || value.startsWith("*\t");
        if (everybody) {
            all.open = true;
        } else if (!robot.isEmpty() && product(value).equals(robot)) {
            ours.open = true;
            ours.named = true;
        }
    }

    private static String product(String name) {
        Matcher product = PRODUCT.matcher(name);
        return product.lookingAt() ? product.group().toLowerCase(Locale.ROOT) : "";
    }

    private void rule(String value, boolean allow) {
        naming = false;
        if (value.isEmpty()) {
            return;
        }
        for (Group group : List.of(ours, all)) {
            if (group.open) {
                group.asWritten.add(new RuleSet.Rule(PathPattern.parse(RuleText.ruleAsWritten(value)), allow));
                group.plain.add(new RuleSet.Rule(PathPattern.parse(RuleText.rulePlain(value)), allow));
            }
        }
    }

    /// Not in the standard, but in use as a rule of a group: many files have groups of nothing else, and
    /// whoever took the names of the next group for more names of this one would take its rules too.
    private void delay(String value) {
        naming = false;
        if (!SECONDS.matcher(value).matches()) {
            return;
        }
        var told = Duration.ofNanos(new BigDecimal(value).movePointRight(9).longValue());
        Duration delay = told.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : told;
        for (Group group : List.of(ours, all)) {
            if (group.open && (group.delay == null || group.delay.compareTo(delay) < 0)) {
                group.delay = delay;
            }
        }
    }

    private void sitemap(String value) {
        String text = new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        URI address = sitemaps.size() < MAX_SITEMAPS ? LinkText.resolve(at, text) : null;
        if (address != null && CanonicalAddress.parse(address.toString()) != null) {
            sitemaps.add(address);
        }
    }
}
