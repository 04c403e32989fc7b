package org.supplierscope.ingest.crawl;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.fetch.RobotsCache;
import org.supplierscope.ingest.frontier.Rest;
import org.supplierscope.ingest.frontier.Return;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.frontier.Verdict;
import org.supplierscope.ingest.published.SourceKind;

/// One turn, from the question whether we may ask to giving the turn back.
final class Visit {

    private final CrawlSettings settings;
    private final Asking asking;
    private final RobotsCache robots;
    private final RobotsVisit robotsVisit;
    private final PageAnswer pages;
    private final ListingAnswer listings;
    private final SiteAnswer sites;
    private final Settlement settlement;
    private final StatusBoard board;

    Visit(
            CrawlSettings settings,
            Fetcher fetcher,
            Ledgers ledgers,
            Settlement settlement,
            StatusBoard board,
            PageSink sink,
            Clock clock) {
        this.settings = settings;
        this.asking = new Asking(fetcher);
        this.robots = new RobotsCache(clock);
        this.robotsVisit = new RobotsVisit(asking, robots, ledgers.frontier(), settings.pause());
        this.pages = new PageAnswer(settings.attempts(), sink, clock);
        this.listings = new ListingAnswer(settings.polls(), ledgers, clock);
        this.sites = new SiteAnswer(ledgers, robots, listings);
        this.settlement = settlement;
        this.board = board;
    }

    /// Serves a turn and gives it back. An interrupted visit settles nothing, since that it was broken off says
    /// nothing of the site; its lease runs out.
    void serve(Turn turn) {
        RobotsCache.Permission permission = robots.permission(turn.url());
        if (permission == null) {
            learnRules(turn);
            return;
        }
        if (permission.deferral() != null) {
            deferred(turn, permission.deferral());
            return;
        }
        FetchOutcome outcome = permission.allowed()
                ? asking.about(turn)
                : new Refused(Refusal.ROBOTS, "robots.txt forbids this address");
        if (!Thread.currentThread().isInterrupted()) {
            Verdict verdict = verdict(turn, outcome);
            giveBack(turn, verdict, HostTrouble.rest(outcome, pause(permission), turn.strikes()));
        }
    }

    private void learnRules(Turn turn) {
        FetchOutcome answer = robotsVisit.learn(turn);
        if (Thread.currentThread().isInterrupted()) {
            return;
        }
        Rest rest = HostTrouble.rest(answer, pause(robots.permission(turn.url())), turn.strikes());
        if (answer instanceof Refused refused && refused.kind() == Refusal.ADDRESS) {
            giveBack(turn, verdict(turn, refused), rest);
        } else {
            // The request for robots.txt was this turn's request; the page waits for the next one.
            settlement.giveBack(new Return(turn, new Verdict.Untouched(), rest));
        }
    }

    /// Nothing of the site may be asked before its rules are known: all of it waits.
    private void deferred(Turn turn, String why) {
        var failed = new Failed(Failure.CONNECTION, "robots.txt could not be read, so nothing is asked: " + why, null);
        Verdict verdict = switch (turn.kind()) {
            case PAGE -> pages.waiting(turn, failed);
            case LISTING, CHILD -> verdict(turn, failed);
        };
        giveBack(turn, verdict, HostTrouble.rest(failed, settings.pause(), turn.strikes()));
    }

    private Verdict verdict(Turn turn, FetchOutcome outcome) {
        return switch (turn.kind()) {
            case PAGE -> pages.of(turn, outcome);
            case CHILD -> listings.of(turn, outcome);
            case LISTING ->
                turn.source().kind() == SourceKind.SITE ? sites.of(turn, outcome) : listings.of(turn, outcome);
        };
    }

    private void giveBack(Turn turn, Verdict verdict, Rest rest) {
        settlement.giveBack(new Return(turn, verdict, rest));
        board.changed(turn.source().id());
    }

    private Duration pause(RobotsCache.@Nullable Permission permission) {
        Duration asked =
                permission == null || permission.crawlDelay() == null ? settings.pause() : permission.crawlDelay();
        return asked.compareTo(settings.maxPause()) > 0 ? settings.maxPause() : asked;
    }
}
