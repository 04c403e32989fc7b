package org.supplierscope.ingest.crawl;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.RobotsCache;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.Loan;
import org.supplierscope.ingest.frontier.Turn;

/// Asks for a site's robots.txt in the site's turn. Where that redirects, the other host is asked under a lease
/// of its own and with its own pause, and the same host after a pause.
final class RobotsVisit {

    /// RFC 9309, section 2.3.1.2: at least five redirects are followed for robots.txt.
    static final int HOPS = 5;

    /// How long a host that robots.txt redirects to is waited for while others ask it.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(25);

    private final Asking asking;
    private final RobotsCache robots;
    private final Frontier frontier;
    private final Duration pause;

    RobotsVisit(Asking asking, RobotsCache robots, Frontier frontier, Duration pause) {
        this.asking = asking;
        this.robots = robots;
        this.frontier = frontier;
        this.pause = pause;
    }

    /// Learns the rules for the turn's address. An interrupt breaks it off and stays set.
    ///
    /// @return how the turn's host answered
    FetchOutcome learn(Turn turn) {
        URI at = RobotsCache.addressFor(turn.url());
        FetchOutcome first = asking.robots(turn.source(), at);
        FetchOutcome last = first;
        for (int hop = 0; hop < HOPS && last instanceof Redirected redirected; hop++) {
            last = follow(turn, redirected.target());
        }
        // A host that is not on the public internet was not asked: that is no news of its rules.
        if (!Thread.currentThread().isInterrupted() && !refused(first)) {
            robots.remember(turn.url(), last);
        }
        return first;
    }

    private static boolean refused(FetchOutcome outcome) {
        return outcome instanceof FetchOutcome.Refused refused && refused.kind() == FetchOutcome.Refusal.ADDRESS;
    }

    private FetchOutcome follow(Turn turn, URI target) {
        CanonicalAddress address = CanonicalAddress.parse(target.toString());
        if (address == null) {
            return new FetchOutcome.Refused(
                    FetchOutcome.Refusal.ADDRESS, "robots.txt is redirected to something that is no web address");
        }
        try {
            if (address.authority().equals(turn.authority())) {
                Thread.sleep(pause.plus(HostTrouble.GRACE));
                return asking.robots(turn.source(), target);
            }
            Loan loan = borrowed(address.authority());
            if (loan == null) {
                return new Failed(
                        Failure.CONNECTION,
                        "robots.txt is at " + address.authority() + ", which others are asking",
                        null);
            }
            FetchOutcome outcome = asking.robots(turn.source(), target);
            frontier.giveBack(loan, HostTrouble.rest(outcome, pause, loan.strikes()));
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Failure.CONNECTION, "the request was broken off", null);
        }
    }

    private @Nullable Loan borrowed(String authority) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Loan loan = frontier.borrow(authority);
            if (loan != null || System.nanoTime() > end) {
                return loan;
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }
}
