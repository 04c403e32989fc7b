package org.supplierscope.ingest.fetch;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.robots.RobotRules;

/// What each site allows us, by its robots.txt (RFC 9309): remembered for 24 hours, or as long as the site says
/// within bounds. A site that has none (4xx) allows everything; one that cannot say (5xx, no answer) allows
/// nothing until asked again, for 30 days.
///
/// Thread-safe. It fetches nothing itself: whoever finds no rules here fetches the first
/// [RobotRules#READ_BYTES] of [#addressFor] in the site's turn, follows redirects in the turns of the hosts
/// that they lead to, and hands the last outcome to [#remember].
public final class RobotsCache {

    /// RFC 9309, section 2.4: not longer than 24 hours.
    private static final Duration KEPT = Duration.ofHours(24);
    /// Sites that forbid caching mean their pages; once an hour is enough to notice a change.
    private static final Duration KEPT_AT_LEAST = Duration.ofHours(1);
    /// RFC 9309 lets an unreachable site be asked again; ten minutes, doubled each time up to six hours, keeps
    /// us from being the storm that holds it down.
    private static final Duration FIRST_RETRY = Duration.ofMinutes(10);

    private static final Duration LONGEST_RETRY = Duration.ofHours(6);
    /// RFC 9309, section 2.3.1.4: then the rules that were there last may be used, or none.
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final int MAX_SITES = 50_000;

    private final Clock clock;
    private final Map<String, Known> sites = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_SITES;
        }
    });

    /// @param told the rules that the site told last; null when it never did
    /// @param until when it is to be asked again
    /// @param trouble since when it cannot say; null when it can
    private record Known(
            @Nullable RobotRules told,
            Instant until,
            @Nullable Trouble trouble) {}

    /// @param since the first failure
    /// @param retry from the last failure to the next try
    /// @param reason for people
    private record Trouble(Instant since, Duration retry, String reason) {}

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
        Known known = sites.get(site(url));
        if (known == null || !clock.instant().isBefore(known.until())) {
            return null;
        }
        RobotRules told = known.told() == null ? RobotRules.everything() : known.told();
        Trouble trouble = known.trouble();
        if (trouble != null && !isPastPatience(trouble)) {
            return new Permission(false, trouble.reason(), told.crawlDelay());
        }
        return new Permission(told.allows(url.toString()), null, told.crawlDelay());
    }

    /// The sitemaps that the site named when it was asked last, however long ago; empty when it named none.
    public List<URI> sitemaps(URI url) {
        Known known = sites.get(site(url));
        return known == null || known.told() == null ? List.of() : known.told().sitemaps();
    }

    /// Where the rules for an address stand.
    public static URI addressFor(URI url) {
        return URI.create(site(url) + "/robots.txt");
    }

    /// Keeps the rules that a site answered. An answer that came by a redirect from another site's own
    /// robots.txt is that site's answer too.
    ///
    /// @param url any address of the site
    /// @param outcome of fetching [#addressFor] it, redirects followed; one that still redirects counts as none
    /// (RFC 9309, section 2.3.1.2)
    public void remember(URI url, FetchOutcome outcome) {
        switch (outcome) {
            case FetchOutcome.Fetched fetched -> {
                keep(url, fetched);
                if (CanonicalAddress.parse(fetched.url().toString()) != null
                        && addressFor(fetched.url()).equals(fetched.url())) {
                    keep(fetched.url(), fetched);
                }
            }
            case FetchOutcome.NotModified _ -> keep(url, RobotRules.everything(), KEPT);
            case FetchOutcome.Redirected _ -> keep(url, RobotRules.everything(), KEPT);
            case FetchOutcome.Refused refused -> defer(url, refused.reason());
            case FetchOutcome.Failed failed -> {
                if (failed.kind() == Failure.CLIENT_ERROR) {
                    keep(url, RobotRules.everything(), KEPT);
                } else {
                    defer(url, failed.reason());
                }
            }
        }
    }

    private void keep(URI url, FetchOutcome.Fetched fetched) {
        Duration fresh = Freshness.of(fetched.headers(), clock.instant()).remaining();
        Duration kept = fresh == null || fresh.compareTo(KEPT) > 0 ? KEPT : fresh;
        keep(
                url,
                RobotRules.read(fetched.url(), fetched.body(), FetchSettings.ROBOT),
                kept.compareTo(KEPT_AT_LEAST) < 0 ? KEPT_AT_LEAST : kept);
    }

    private void keep(URI url, RobotRules rules, Duration kept) {
        sites.put(site(url), new Known(rules, clock.instant().plus(kept), null));
    }

    private void defer(URI url, String reason) {
        Instant now = clock.instant();
        Known before = sites.get(site(url));
        Trouble last = before == null ? null : before.trouble();
        Duration doubled = last == null ? FIRST_RETRY : last.retry().multipliedBy(2);
        Duration wait = doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled;
        var trouble = new Trouble(last == null ? now : last.since(), wait, reason);
        sites.put(site(url), new Known(before == null ? null : before.told(), now.plus(wait), trouble));
    }

    private boolean isPastPatience(Trouble trouble) {
        return !clock.instant().isBefore(trouble.since().plus(PATIENCE));
    }

    private static String site(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
