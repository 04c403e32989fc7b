package org.supplierscope.ingest.crawl;

import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.frontier.Verdict;

/// A redirect: where it leads is asked in the turn of the host there.
final class Hop {

    /// Browsers stop at 20; an honest article is never that far away.
    private static final int MOST = 10;

    private Hop() {}

    /// The request moves on, or is given up.
    static Verdict of(Turn turn, Redirected redirected) {
        if (turn.hops() >= MOST) {
            return new Verdict.GivenUp("more than " + MOST + " redirects");
        }
        CanonicalAddress target = CanonicalAddress.parse(redirected.target().toString());
        if (target == null) {
            return new Verdict.GivenUp("a redirect to something that is no web address: " + redirected.target());
        }
        boolean forGood =
                redirected.permanent() && (turn.hops() == 0 || turn.url().equals(turn.movedTo()));
        return new Verdict.Moved(target, turn.hops() + 1, forGood ? target.uri() : turn.movedTo());
    }
}
