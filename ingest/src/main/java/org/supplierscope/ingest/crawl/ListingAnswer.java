package org.supplierscope.ingest.crawl;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.TrapForm;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.fetch.Freshness;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.frontier.Turn.Kind;
import org.supplierscope.ingest.frontier.Verdict;
import org.supplierscope.ingest.listing.Lead;
import org.supplierscope.ingest.listing.Listing;
import org.supplierscope.ingest.listing.ListingReader;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.source.PollSchedule;
import org.supplierscope.ingest.source.Rhythm;
import org.supplierscope.ingest.source.Source;

/// What becomes of a source by the answer of its listing.
final class ListingAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(ListingAnswer.class);

    private static final int GONE = 410;
    /// How far back a source is read: a month of news is what its rhythm is known by.
    private static final Duration BACKLOG = Duration.ofDays(Rhythm.DAYS);

    private final PollSchedule polls;
    private final Ledgers ledgers;
    private final Clock clock;

    ListingAnswer(PollSchedule polls, Ledgers ledgers, Clock clock) {
        this.polls = polls;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    Verdict of(Turn turn, FetchOutcome outcome) {
        return switch (outcome) {
            case Fetched fetched -> {
                SourceKind kind = turn.kind() == Kind.CHILD
                        ? SourceKind.SITEMAP
                        : turn.source().kind();
                yield read(turn, fetched, listing(kind, fetched));
            }
            case NotModified unchanged -> unchanged(turn, unchanged);
            case Redirected redirected -> {
                Verdict verdict = Hop.of(turn, redirected);
                yield verdict instanceof Verdict.GivenUp(String reason) ? failed(turn, reason, null) : verdict;
            }
            case Refused refused -> failed(turn, refused.reason(), null);
            case Failed failed when failed.status() == GONE && meant(turn) -> gone(turn);
            case Failed failed -> failed(turn, failed.reason(), failed.retryAfter());
        };
    }

    /// Reads an answer as a kind of listing.
    Listing listing(SourceKind kind, Fetched fetched) {
        return ListingReader.read(kind, fetched, clock.instant().minus(BACKLOG));
    }

    /// Takes up what a listing says.
    Verdict read(Turn turn, Fetched fetched, Listing listing) {
        Source source = turn.source();
        return switch (listing) {
            case Listing.Pages pages -> {
                moved(turn);
                List<Lead> leads = pages.leads().stream().filter(this::honest).toList();
                ledgers.intake().add(source, leads);
                if (turn.kind() == Kind.LISTING) {
                    ledgers.hubs().offered(source.id(), pages.hub());
                }
                int traps = pages.leads().size() - leads.size();
                yield answered(turn, fetched, pages.leftOut() + traps, pages.ttl());
            }
            case Listing.Index _
            when turn.kind() == Kind.CHILD -> new Verdict.GivenUp("an index of sitemaps within another");
            case Listing.Index index -> {
                moved(turn);
                Instant since = clock.instant().minus(BACKLOG);
                List<CanonicalAddress> children = index.children().stream()
                        .filter(child ->
                                child.updated() == null || child.updated().isAfter(since))
                        .map(child -> CanonicalAddress.parse(child.address().toString()))
                        .filter(Objects::nonNull)
                        .toList();
                ledgers.intake().follow(source, children);
                yield answered(turn, fetched, index.leftOut(), null);
            }
            case Listing.NoListing(String reason) -> failed(turn, reason, null);
        };
    }

    /// What looks like an address that is made without end is not even taken up.
    private boolean honest(Lead lead) {
        int year = clock.instant().atOffset(ZoneOffset.UTC).getYear();
        TrapForm trap = TrapForm.of(CanonicalAddress.of(lead.link()), year);
        if (trap != null) {
            LOG.debug("A link is left out, since {} url={}", trap.reason(), lead.link());
        }
        return trap == null;
    }

    private void moved(Turn turn) {
        if (turn.kind() == Kind.LISTING && turn.movedTo() != null) {
            ledgers.register().move(turn.source(), turn.movedTo());
        }
    }

    private Verdict answered(Turn turn, Fetched fetched, int leftOut, @Nullable Duration ttl) {
        if (turn.kind() == Kind.CHILD) {
            return new Verdict.Fetched();
        }
        Rhythm rhythm = ledgers.sources()
                .answered(turn.source(), fetched.header("ETag"), fetched.header("Last-Modified"), leftOut);
        ledgers.quarantine().review(turn.source());
        return again(turn.source(), rhythm, fetched.headers(), ttl);
    }

    /// What the answer says anew replaces what was said before (RFC 9111, section 4.3.4).
    private Verdict unchanged(Turn turn, NotModified unchanged) {
        if (turn.kind() == Kind.CHILD) {
            return new Verdict.GivenUp("the server says that a sitemap we never had has not changed");
        }
        String etag = unchanged.header("ETag");
        String lastModified = unchanged.header("Last-Modified");
        Rhythm rhythm = ledgers.sources()
                .answered(
                        turn.source(),
                        etag == null ? turn.etag() : etag,
                        lastModified == null ? turn.lastModified() : lastModified,
                        null);
        ledgers.quarantine().review(turn.source());
        return again(turn.source(), rhythm, unchanged.headers(), null);
    }

    /// A source whose hub tells of its news is polled as rarely as may be, in case the hub falls silent.
    private Verdict again(
            Source source, Rhythm rhythm, List<Map.Entry<String, String>> headers, @Nullable Duration ttl) {
        if (ledgers.hubs().tells(source.id())) {
            return new Verdict.Again(polls.ceiling(), null);
        }
        Instant now = clock.instant();
        var told = new PollSchedule.Told(Freshness.of(headers, now).remaining(), ttl);
        return new Verdict.Again(polls.afterSuccess(rhythm, told, now), null);
    }

    /// A listing is never given up for a failure: a site that is down for a week comes back.
    Verdict failed(Turn turn, String reason, @Nullable Duration retryAfter) {
        if (turn.kind() == Kind.CHILD) {
            return new Verdict.GivenUp(reason);
        }
        Rhythm rhythm = ledgers.sources().failed(turn.source(), reason);
        return new Verdict.Again(polls.afterFailure(rhythm, turn.attempts() + 1, retryAfter, clock.instant()), reason);
    }

    /// Whether the address asked is the source's own, or the one that it was moved to for good.
    private static boolean meant(Turn turn) {
        return turn.kind() == Kind.LISTING && (turn.hops() == 0 || turn.url().equals(turn.movedTo()));
    }

    private Verdict gone(Turn turn) {
        String reason = "the site says that it is gone for good (HTTP 410)";
        ledgers.sources().failed(turn.source(), reason);
        ledgers.register().end(turn.source().id(), reason);
        return new Verdict.Again(polls.ceiling(), reason);
    }
}
