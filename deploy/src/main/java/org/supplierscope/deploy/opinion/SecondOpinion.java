package org.supplierscope.deploy.opinion;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.opinion.AskedSupplier;
import org.supplierscope.analysis.opinion.Opinion;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.opinion.OpinionQuestion;
import org.supplierscope.analysis.opinion.RefusalKind;
import org.supplierscope.deploy.SupplierscopeConfig;
import org.supplierscope.ingest.fetch.AddressGuard;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.fetch.Fetcher;

/// A language model that a person has set up, and asks. Off unless it is set up: then no HTTP
/// client is made.
///
/// Every way in which asking can end is an [Opinion]; nothing is thrown for what an endpoint
/// does. An endpoint that turned us away for what is set is not asked again, nor one that failed
/// three times in a row. Not thread-safe.
public final class SecondOpinion implements AutoCloseable {

    private static final String CONTACT = "https://github.com/supplierscope/supplierscope";
    private static final int MOST_FAILURES = 3;
    /// An endpoint that wants more time than this is not waited for: a person sits before the
    /// screen.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /// Lets time pass.
    interface Waiting {
        /// Comes back after that long.
        void sleep(Duration time) throws InterruptedException;
    }

    /// How to get there.
    private record Way(Endpoint endpoint, Fetcher client, Pace pace) {}

    private final @Nullable Way way;
    private final Clock clock;
    private final Waiting waiting;
    private final Map<RefusalKind, Integer> refused = new EnumMap<>(RefusalKind.class);
    private int given;
    private int failures;

    /// Why the endpoint is not asked, or not any more.
    private @Nullable Refused end;

    /// When it wants to be asked again.
    private Instant free = Instant.MIN;

    /// @param settings where and how
    /// @param clock for the pace
    public SecondOpinion(SupplierscopeConfig.Opinion settings, Clock clock) {
        this(settings, clock, Thread::sleep);
    }

    SecondOpinion(SupplierscopeConfig.Opinion settings, Clock clock, Waiting waiting) {
        this(EndpointReading.read(settings), clock, waiting);
    }

    private SecondOpinion(EndpointReading.Setting setting, Clock clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
        switch (setting) {
            case EndpointReading.Setting.Unusable unusable -> {
                way = null;
                end = unusable.why();
            }
            case EndpointReading.Setting.Usable usable -> {
                Endpoint at = usable.endpoint();
                WireLog.silence();
                var limits = new FetchSettings(CONTACT, at.deadline(), at.maxAnswerBytes(), false);
                way = new Way(at, new Fetcher(limits, new AddressGuard(at.opened())), new Pace(at.perMinute(), clock));
            }
        }
    }

    /// Nobody to ask, since the settings cannot be read.
    ///
    /// @param why told to everybody who asks
    public static SecondOpinion unusable(Refused why, Clock clock) {
        return new SecondOpinion(new EndpointReading.Setting.Unusable(why), clock, Thread::sleep);
    }

    /// Whether there is anybody to ask.
    public boolean isSetUp() {
        return way != null;
    }

    /// Asks what an article tells. Waits where the pace wants it, a minute at most.
    ///
    /// @param suppliers at least one
    /// @param sentences of the article, in order
    public Opinion ask(List<AskedSupplier> suppliers, List<String> sentences) {
        Opinion opinion = way == null || end != null ? Objects.requireNonNull(end) : asked(way, suppliers, sentences);
        switch (opinion) {
            case Opinion.Given _ -> given++;
            case Refused no -> refused.merge(no.kind(), 1, Integer::sum);
        }
        return opinion;
    }

    /// How many opinions were given and how many refused, by kind, for people.
    public String tally() {
        int all = refused.values().stream().mapToInt(Integer::intValue).sum();
        String kinds = refused.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return given + " given, " + all + " refused" + (all == 0 ? "" : " (" + kinds + ")");
    }

    private Opinion asked(Way to, List<AskedSupplier> suppliers, List<String> sentences) {
        Endpoint at = to.endpoint();
        var question = OpinionQuestion.of(at.protocol(), at.model(), suppliers, sentences, at.maxCharacters());
        if (question.read() == 0) {
            return new Refused(
                    RefusalKind.TOO_LONG_TO_ASK,
                    "not asked: the first sentence alone is more than supplierscope.opinion.max-characters="
                            + at.maxCharacters());
        }
        Duration wanted = Duration.between(clock.instant(), free);
        if (wanted.compareTo(LONGEST_WAIT) > 0) {
            return new Refused(
                    RefusalKind.SLOW_DOWN,
                    "not asked: the endpoint wants to be left alone for " + wanted.toSeconds() + " seconds more");
        }
        Duration turn = to.pace().next();
        Duration time = turn.compareTo(wanted) > 0 ? turn : wanted;
        try {
            if (time.isPositive()) {
                waiting.sleep(time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused(RefusalKind.NO_CONNECTION, "not asked: the wait was broken off");
        }
        FetchOutcome outcome = to.client().post(at.url(), headers(at), question.body());
        if (outcome instanceof Failed failed && failed.kind() == Failure.SLOW_DOWN && failed.retryAfter() != null) {
            free = clock.instant().plus(failed.retryAfter());
        }
        Opinion opinion = OutcomeReading.opinion(at, question, outcome);
        remember(opinion);
        return opinion;
    }

    private static Map<String, String> headers(Endpoint at) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        if (at.key() != null) {
            headers.put("Authorization", at.key().authorization());
        }
        return headers;
    }

    private void remember(Opinion opinion) {
        if (!(opinion instanceof Refused no) || no.kind().cause() == RefusalKind.Cause.ARTICLE) {
            failures = 0;
            return;
        }
        failures++;
        if (no.kind().cause() == RefusalKind.Cause.SETTINGS) {
            end = new Refused(no.kind(), "not asked again: " + no.message());
        } else if (failures >= MOST_FAILURES && no.kind() != RefusalKind.SLOW_DOWN) {
            end = new Refused(
                    no.kind(),
                    "not asked again: the endpoint failed " + failures + " times in a row, at last: " + no.message());
        }
    }

    /// A question under way is broken off.
    @Override
    public void close() throws IOException {
        if (way != null) {
            way.client().close();
        }
    }
}
