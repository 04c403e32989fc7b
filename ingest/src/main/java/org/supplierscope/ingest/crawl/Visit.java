package org.supplierscope.ingest.crawl;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.crawl.PageSink.PageNotStoredException;
import org.supplierscope.ingest.feed.FeedReader;
import org.supplierscope.ingest.feed.FeedReading;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.fetch.RobotsCache;
import org.supplierscope.ingest.fetch.Trust;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.SourceLedger;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.frontier.Verdict;
import org.supplierscope.ingest.robots.RobotRules;

/// One turn, from the question whether we may ask to giving the turn back.
final class Visit {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

    /// RFC 9309, section 2.3.1.2: at least five redirects are followed for robots.txt.
    private static final int ROBOTS_HOPS = 5;
    /// One more than is read shows that there is more.
    private static final int ROBOTS_BYTES = RobotRules.READ_BYTES + 1;
    /// Browsers stop at 20; an honest article is never that far away.
    private static final int PAGE_HOPS = 10;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofHours(6);

    private final CrawlSettings settings;
    private final Fetcher fetcher;
    private final RobotsCache robots;
    private final Frontier frontier;
    private final SourceLedger ledger;
    private final PageSink sink;
    private final Clock clock;

    Visit(
            CrawlSettings settings,
            Fetcher fetcher,
            RobotsCache robots,
            Frontier frontier,
            SourceLedger ledger,
            PageSink sink,
            Clock clock) {
        this.settings = settings;
        this.fetcher = fetcher;
        this.robots = robots;
        this.frontier = frontier;
        this.ledger = ledger;
        this.sink = sink;
        this.clock = clock;
    }

    /// Serves a turn and gives it back. An interrupted visit settles nothing, since that it was broken off says
    /// nothing of the site; its lease runs out.
    void serve(Turn turn) {
        RobotsCache.Permission permission = robots.permission(turn.url());
        if (permission == null) {
            learnRobots(turn.url());
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            permission = robots.permission(turn.url());
            // The request for robots.txt was this turn's request; the page waits for the next one.
            frontier.giveBack(turn, new Verdict.Untouched(), pause(permission, null));
            return;
        }
        if (permission.deferral() != null) {
            String reason = "robots.txt could not be read, so nothing is asked: " + permission.deferral();
            settle(turn, new Failed(Failure.SERVER_ERROR, reason, null), permission);
            return;
        }
        if (!permission.allowed()) {
            settle(turn, new Refused(FetchOutcome.Refusal.ROBOTS, "robots.txt forbids this address"), permission);
            return;
        }
        FetchOutcome outcome = fetcher.fetch(turn.url(), conditions(turn));
        if (!Thread.currentThread().isInterrupted()) {
            settle(turn, outcome, permission);
        }
    }

    private void learnRobots(URI url) {
        URI at = RobotsCache.addressFor(url);
        FetchOutcome outcome = fetcher.fetchBeginning(at, Trust.VERIFIED, ROBOTS_BYTES);
        for (int hop = 0; hop < ROBOTS_HOPS && outcome instanceof Redirected redirected; hop++) {
            outcome = fetcher.fetchBeginning(redirected.target(), Trust.VERIFIED, ROBOTS_BYTES);
        }
        robots.remember(url, outcome);
    }

    private static Map<String, String> conditions(Turn turn) {
        Map<String, String> conditions = new LinkedHashMap<>();
        if (turn.etag() != null) {
            conditions.put("If-None-Match", turn.etag());
        }
        if (turn.lastModified() != null) {
            conditions.put("If-Modified-Since", turn.lastModified());
        }
        return conditions;
    }

    private void settle(Turn turn, FetchOutcome outcome, RobotsCache.Permission permission) {
        Verdict verdict = switch (turn.kind()) {
            case FEED -> feed(turn, outcome);
            case PAGE -> page(turn, outcome);
        };
        frontier.giveBack(turn, verdict, pause(permission, outcome));
        var status = ledger.one(turn.source().id());
        if (status != null) {
            sink.tell(status);
        }
    }

    private Verdict feed(Turn turn, FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched fetched ->
                switch (FeedReader.read(fetched.body(), fetched.header("Content-Type"), fetched.url())) {
                    case FeedReading.Feed feed -> {
                        frontier.add(turn.source(), feed.entries());
                        ledger.answered(turn.source(), fetched.header("ETag"), fetched.header("Last-Modified"));
                        yield new Verdict.Again(settings.pollInterval(), null);
                    }
                    case FeedReading.NotAFeed(String reason) -> feedFailed(turn, reason, null);
                };
            case NotModified _ -> {
                ledger.answered(turn.source(), turn.etag(), turn.lastModified());
                yield new Verdict.Again(settings.pollInterval(), null);
            }
            case Redirected redirected -> {
                Verdict verdict = moved(turn, redirected);
                yield verdict instanceof Verdict.GivenUp(String reason) ? feedFailed(turn, reason, null) : verdict;
            }
            case Refused refused -> feedFailed(turn, refused.reason(), null);
            case Failed failed -> feedFailed(turn, failed.reason(), failed.retryAfter());
        };
    }

    /// A feed is never given up: a site that is down for a week comes back.
    private Verdict feedFailed(Turn turn, String reason, @Nullable Duration retryAfter) {
        ledger.failed(turn.source(), reason);
        Duration wait = longer(settings.pollInterval(), backOff(turn.attempts()));
        return new Verdict.Again(longer(wait, asked(retryAfter)), reason);
    }

    private Verdict page(Turn turn, FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched fetched -> stored(turn, fetched);
            case NotModified _ -> new Verdict.GivenUp("the server says that a page we never had has not changed");
            case Redirected redirected -> moved(turn, redirected);
            case Refused refused -> new Verdict.GivenUp(refused.reason());
            case Failed failed -> {
                boolean hopeless = failed.kind() == Failure.CLIENT_ERROR || turn.attempts() + 1 >= settings.attempts();
                Duration wait = longer(backOff(turn.attempts()), asked(failed.retryAfter()));
                yield hopeless ? new Verdict.GivenUp(failed.reason()) : new Verdict.Again(wait, failed.reason());
            }
        };
    }

    private Verdict stored(Turn turn, Fetched fetched) {
        try {
            sink.store(new CapturedPage(
                    fetched,
                    clock.instant(),
                    turn.source().id(),
                    turn.source().name(),
                    turn.feedTitle(),
                    turn.feedPublished()));
            return new Verdict.Fetched();
        } catch (PageNotStoredException e) {
            // No fault of the page: it does not count as a failed try of it.
            LOG.warn("{} sourceId={} url={}", e.getMessage(), turn.source().id(), turn.url());
            return new Verdict.Again(FIRST_RETRY, null);
        }
    }

    private static Verdict moved(Turn turn, Redirected redirected) {
        if (turn.hops() >= PAGE_HOPS) {
            return new Verdict.GivenUp("more than " + PAGE_HOPS + " redirects");
        }
        CanonicalAddress target = CanonicalAddress.parse(redirected.target().toString());
        return target == null
                ? new Verdict.GivenUp("a redirect to something that is no web address: " + redirected.target())
                : new Verdict.Moved(target, turn.hops() + 1);
    }

    private Duration pause(RobotsCache.@Nullable Permission permission, @Nullable FetchOutcome outcome) {
        Duration asked =
                permission == null || permission.crawlDelay() == null ? settings.pause() : permission.crawlDelay();
        Duration pause = asked.compareTo(settings.maxPause()) > 0 ? settings.maxPause() : asked;
        if (!(outcome instanceof Failed failed) || failed.kind() != Failure.SLOW_DOWN) {
            return pause;
        }
        return longer(pause, failed.retryAfter() == null ? FIRST_RETRY : asked(failed.retryAfter()));
    }

    /// Doubles with each failure: 30 s, 1 min, 2 min … up to 6 hours.
    static Duration backOff(int attempts) {
        return shorter(FIRST_RETRY.multipliedBy(1L << Math.min(attempts, 20)), LONGEST_RETRY);
    }

    /// What a server asks for, as far as we grant it: one that says a year would never be heard of again.
    private static Duration asked(@Nullable Duration retryAfter) {
        return retryAfter == null ? Duration.ZERO : shorter(retryAfter, LONGEST_RETRY);
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
