package org.supplierscope.ingest.crawl;

import java.time.Duration;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.frontier.Rest;
import org.supplierscope.ingest.source.PollSchedule;

/// What an outcome says of the host rather than of the page.
///
/// A host that does not answer, or tells us to go away, is left alone: 30 s, 1 min, 2 min … up to 6 hours, for
/// every such answer in a row, or as long as it asks for; its pages wait, since it is no fault of theirs. Any
/// other answer ends it.
enum HostTrouble {
    /// It answered.
    NONE,
    /// It did not answer in time. That may be the page's doing as well.
    SLOW,
    /// It is not there, or told us to go away.
    AWAY;

    /// RFC 9110, section 15.6.4: it has too much to do.
    private static final int UNAVAILABLE = 503;

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);

    /// A pause begins when we have read the answer; the host counts from when it sees the exchange end, which
    /// can be some milliseconds later. Measured on a busy machine: up to 2 ms.
    static final Duration GRACE = Duration.ofMillis(20);

    static HostTrouble of(FetchOutcome outcome) {
        return switch (outcome) {
            case Failed failed ->
                switch (failed.kind()) {
                    case NO_SUCH_HOST, CONNECTION, TLS, SLOW_DOWN, CHALLENGE -> AWAY;
                    case DEADLINE -> SLOW;
                    case SERVER_ERROR -> gateway(failed.status()) ? AWAY : NONE;
                    case PROTOCOL, CLIENT_ERROR -> NONE;
                };
            case FetchOutcome.Fetched _ -> NONE;
            case FetchOutcome.NotModified _ -> NONE;
            case FetchOutcome.Redirected _ -> NONE;
            case Refused _ -> NONE;
        };
    }

    /// 502 to 504 (RFC 9110), and 520 to 530 of a well-known delivery network, mean that the site behind does
    /// not answer.
    private static boolean gateway(int status) {
        return status >= 502 && status <= 504 || status >= 520 && status <= 530;
    }

    /// How the host is treated after an outcome.
    ///
    /// @param pause the pause that it is given after every request; a little more is
    /// @param strikes how often in a row it was in trouble before
    static Rest rest(FetchOutcome outcome, Duration pause, int strikes) {
        if (outcome instanceof Refused refused && refused.kind() != Refusal.TOO_LARGE) {
            // It was not asked.
            return new Rest(pause.plus(GRACE), strikes);
        }
        if (of(outcome) == NONE) {
            return new Rest(pause.plus(GRACE), 0);
        }
        Duration asked = outcome instanceof Failed failed ? PollSchedule.obeyed(failed.retryAfter()) : Duration.ZERO;
        return new Rest(longer(longer(pause, backOff(strikes)), asked).plus(GRACE), strikes + 1, wanted(outcome));
    }

    /// Whether the host told us to slow down or to go away; one that did not answer told us nothing.
    private static boolean wanted(FetchOutcome outcome) {
        return outcome instanceof Failed failed
                && switch (failed.kind()) {
                    case SLOW_DOWN, CHALLENGE -> true;
                    case SERVER_ERROR -> failed.status() == UNAVAILABLE;
                    case NO_SUCH_HOST, CONNECTION, TLS, DEADLINE, PROTOCOL, CLIENT_ERROR -> false;
                };
    }

    /// Doubles each time: 30 s, 1 min, 2 min … up to 6 hours.
    ///
    /// @param before how often in a row it has gone wrong before
    static Duration backOff(int before) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(before, 20));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
