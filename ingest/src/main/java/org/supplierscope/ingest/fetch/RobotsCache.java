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

    private static final int MAX_SITES = 50_000;

    private final Clock clock;
    private final Map<String, Rules> sites = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Rules> eldest) {
            return size() > MAX_SITES;
        }
    });

    private record Rules(BaseRobotRules told, Instant until) {}

    /// What a site allows for one address.
    ///
    /// @param allowed whether the address may be fetched
    /// @param deferred whether it is only not allowed because the site could not tell its rules; ask again
    /// later
    /// @param crawlDelay how long the site asks us to pause between requests; null when it does not say
    public record Permission(
            boolean allowed, boolean deferred, @Nullable Duration crawlDelay) {}

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
                rules.told().isDeferVisits(),
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
            case FetchOutcome.Fetched fetched -> new Rules(parse(url, fetched), now.plus(KEPT));
            case FetchOutcome.NotModified _ -> new Rules(everything(), now.plus(KEPT));
            case FetchOutcome.Redirected _ -> new Rules(everything(), now.plus(KEPT));
            case FetchOutcome.Refused refused ->
                switch (refused.kind()) {
                    case TOO_LARGE -> new Rules(everything(), now.plus(KEPT));
                    case ADDRESS, ROBOTS -> new Rules(nothingForNow(), now.plus(KEPT_WHEN_UNREACHABLE));
                };
            case FetchOutcome.Failed failed ->
                failed.kind() == Failure.CLIENT_ERROR
                        ? new Rules(everything(), now.plus(KEPT))
                        : new Rules(nothingForNow(), now.plus(KEPT_WHEN_UNREACHABLE));
        };
        sites.put(site(url), rules);
    }

    private static BaseRobotRules parse(URI url, FetchOutcome.Fetched fetched) {
        byte[] body = fetched.body();
        byte[] head = body.length > PARSED_BYTES ? java.util.Arrays.copyOf(body, PARSED_BYTES) : body;
        String contentType = fetched.header("Content-Type");
        return new SimpleRobotRulesParser()
                .parseContent(
                        addressFor(url).toString(),
                        head,
                        contentType == null ? "text/plain" : contentType,
                        List.of(FetchSettings.ROBOT));
    }

    private static BaseRobotRules everything() {
        return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
    }

    private static BaseRobotRules nothingForNow() {
        var rules = new SimpleRobotRules(RobotRulesMode.ALLOW_NONE);
        rules.setDeferVisits(true);
        return rules;
    }

    private static String site(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
