package org.supplierscope.ingest.crawl;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.crawl.PageSink.PageNotStoredException;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.frontier.Verdict;
import org.supplierscope.ingest.media.PageForm;
import org.supplierscope.ingest.source.PollSchedule;

/// What becomes of a page by its answer.
final class PageAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(PageAnswer.class);

    /// How long a page waits for its host to come back: longer than any outage that a site survives, and than
    /// most feeds list it.
    private static final Duration PATIENCE = Duration.ofDays(14);

    private final int attempts;
    private final PageSink sink;
    private final Clock clock;

    /// @param attempts how often a page is tried before it is given up
    PageAnswer(int attempts, PageSink sink, Clock clock) {
        this.attempts = attempts;
        this.sink = sink;
        this.clock = clock;
    }

    Verdict of(Turn turn, FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched fetched -> stored(turn, fetched);
            case NotModified _ -> new Verdict.GivenUp("the server says that a page we never had has not changed");
            case Redirected redirected -> Hop.of(turn, redirected);
            case Refused refused -> new Verdict.GivenUp(refused.reason());
            case Failed failed ->
                HostTrouble.of(failed) == HostTrouble.AWAY ? waiting(turn, failed) : failed(turn, failed);
        };
    }

    /// The host cannot be asked now, and the page has no part in it.
    Verdict waiting(Turn turn, Failed failed) {
        if (Duration.between(turn.seen(), clock.instant()).compareTo(PATIENCE) > 0) {
            return new Verdict.GivenUp(failed.reason() + ", for " + PATIENCE.toDays() + " days");
        }
        return new Verdict.Deferred(wait(turn.deferrals(), failed), failed.reason());
    }

    private Verdict failed(Turn turn, Failed failed) {
        boolean hopeless = failed.kind() == Failure.CLIENT_ERROR || turn.attempts() + 1 >= attempts;
        return hopeless
                ? new Verdict.GivenUp(failed.reason())
                : new Verdict.Again(wait(turn.attempts(), failed), failed.reason());
    }

    private static Duration wait(int before, Failed failed) {
        return HostTrouble.longer(HostTrouble.backOff(before), PollSchedule.obeyed(failed.retryAfter()));
    }

    private Verdict stored(Turn turn, Fetched fetched) {
        String objection = PageForm.objection(fetched.body(), fetched.header("Content-Type"));
        if (objection != null) {
            return new Verdict.GivenUp(objection);
        }
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
            return new Verdict.Again(HostTrouble.backOff(0), null);
        }
    }
}
