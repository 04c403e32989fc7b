package org.supplierscope.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;

/// What each site allows us, by its robots.txt (RFC 9309): remembered for 24 hours; a site that has none (4xx)
/// allows
/// everything, one that cannot say (5xx, no answer) allows nothing until asked again.
///
/// Thread-safe. It fetches nothing itself: whoever finds no rules here fetches [#addressFor] in the site's
/// turn and
/// hands the outcome to [#remember].
public final class RobotsCache {

    private static final Duration KEPT = Duration.ofHours(24);
    /// RFC 9309 lets an unreachable site be asked again; ten minutes keeps us from being the storm that holds
    /// it
    /// down.
    private static final Duration KEPT_WHEN_UNREACHABLE = Duration.ofMinutes(10);
    /// RFC 9309 section 2.5 asks for at least 500 KiB to be read.
    private static final int PARSED_BYTES = 512 * 1024;

    /// The parser closes a site that asks for more; the crawl shortens the pause instead.
    private static final Duration LONGEST_DELAY = Duration.ofDays(365);
    /// The parser's own default: how many slips in a file it writes to its log.
    private static final int MAX_WARNINGS = 5;

    private static final int MAX_SITES = 50_000;

    private final Clock clock;
    private final Map<String, Rules> sites = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
            return size() > MAX_SITES;
        }
    });

    private record Rules(
            BaseRobotRules told, Instant until, @Nullable String deferral) {

        static Rules of(BaseRobotRules told, Instant now) {
            return new Rules(told, now.plus(KEPT), null);
        }

        static Rules deferred(String reason, Instant now) {
            return new Rules(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), now.plus(KEPT_WHEN_UNREACHABLE), reason);
        }
    }

    /// What a site allows for one address.
    ///
    /// @param allowed whether the address may be fetched
    /// @param deferral why the site's rules are not known, so that nothing is allowed for now; null when they
    /// are
    /// @param crawlDelay how long the site asks us to pause between requests; null when it does not say
    public record Permission(
            boolean allowed,
            @Nullable String deferral,
            @Nullable Duration crawlDelay) {}

    /// @param clock tells how old the rules are
    public RobotsCache(Clock clock) {
        this.clock = clock;
    }

    /// What is allowed for an address, or null when the site's rules are not known or too old.
    public @Nullable Permission permission(URI url) {
        Rules rules = sites.get(site(url));
        if (rules == null || !clock.instant().isBefore(rules.until())) {
            return null;
        }
        long delay = rules.told().getCrawlDelay();
        return new Permission(
                rules.told().isAllowed(url.toString()),
                rules.deferral(),
                delay == BaseRobotRules.UNSET_CRAWL_DELAY ? null : Duration.ofMillis(Math.max(0, delay)));
    }

    /// Where the rules for an address stand.
    public static URI addressFor(URI url) {
        return URI.create(site(url) + "/robots.txt");
    }

    /// Keeps the rules that a site answered.
    ///
    /// @param url any address of the site
    /// @param outcome of fetching [#addressFor] it, redirects followed; one that still redirects counts as none
    /// (RFC 9309, section 2.3.1.2)
    public void remember(URI url, FetchOutcome outcome) {
        Instant now = clock.instant();
        Rules rules = switch (outcome) {
            case FetchOutcome.Fetched fetched -> Rules.of(parse(url, fetched), now);
            case FetchOutcome.NotModified _ -> Rules.of(everything(), now);
            case FetchOutcome.Redirected _ -> Rules.of(everything(), now);
            case FetchOutcome.Refused refused ->
                switch (refused.kind()) {
                    case TOO_LARGE -> Rules.of(everything(), now);
                    case ADDRESS, ROBOTS -> Rules.deferred(refused.reason(), now);
                };
            case FetchOutcome.Failed failed ->
                failed.kind() == Failure.CLIENT_ERROR
                        ? Rules.of(everything(), now)
                        : Rules.deferred(failed.reason(), now);
        };
        sites.put(site(url), rules);
    }

    private static BaseRobotRules parse(URI url, FetchOutcome.Fetched fetched) {
        byte[] body = fetched.body();
        byte[] head = body.length > PARSED_BYTES ? java.util.Arrays.copyOf(body, PARSED_BYTES) : body;
        String contentType = fetched.header("Content-Type");
        return new SimpleRobotRulesParser(LONGEST_DELAY.toMillis(), MAX_WARNINGS)
                .parseContent(
                        addressFor(url).toString(),
                        head,
                        contentType == null ? "text/plain" : contentType,
                        List.of(FetchSettings.ROBOT));
    }

    private static BaseRobotRules everything() {
        return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }

    private static String site(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
