package org.supplierscope.ingest.crawl;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.fetch.RobotsCache;
import org.supplierscope.ingest.frontier.Candidates.Candidate;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.frontier.Verdict;
import org.supplierscope.ingest.listing.Listing;
import org.supplierscope.ingest.listing.ListingReader;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.source.Source;

/// Finds the listing of a source of which only the site is known.
///
/// The site's page is asked first. It may be a listing itself; else it names addresses at which there may be
/// one, each of which is asked in its host's turn, the likeliest first, until one is what it was taken for; at
/// last the page itself is tried as a list of articles.
final class SiteAnswer {

    /// A site without a listing may get one; it is looked at again now and then.
    private static final Duration NEXT_LOOK = Duration.ofDays(1);
    /// How often an address is waited for whose host does not answer.
    private static final int MOST_DEFERRALS = 3;

    private final Ledgers ledgers;
    private final RobotsCache robots;
    private final ListingAnswer listings;

    SiteAnswer(Ledgers ledgers, RobotsCache robots, ListingAnswer listings) {
        this.ledgers = ledgers;
        this.robots = robots;
        this.listings = listings;
    }

    Verdict of(Turn turn, FetchOutcome outcome) {
        Candidate tried = ledgers.candidates().current(turn.source());
        return switch (outcome) {
            case Fetched fetched -> tried == null ? site(turn, fetched) : candidate(turn, tried, fetched);
            case NotModified _ -> failed(turn, tried, "the server says that a page we never had has not changed");
            case Redirected redirected -> {
                Verdict verdict = Hop.of(turn, redirected);
                yield verdict instanceof Verdict.GivenUp(String reason) ? failed(turn, tried, reason) : verdict;
            }
            case Refused refused -> failed(turn, tried, refused.reason());
            case Failed failed
            when tried != null && HostTrouble.of(failed) == HostTrouble.AWAY && turn.deferrals() < MOST_DEFERRALS ->
                new Verdict.Deferred(HostTrouble.backOff(turn.deferrals()), failed.reason());
            case Failed failed ->
                tried == null
                        ? listings.failed(turn, failed.reason(), failed.retryAfter())
                        : failed(turn, tried, failed.reason());
        };
    }

    private Verdict site(Turn turn, Fetched fetched) {
        for (SourceKind kind : List.of(SourceKind.FEED, SourceKind.SITEMAP)) {
            Listing listing = listings.listing(kind, fetched);
            if (found(listing)) {
                return settled(turn, kind, turn.url(), fetched, listing);
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (ListingReader.Hint hint : ListingReader.hints(fetched, robots.sitemaps(turn.url()))) {
            candidates.add(new Candidate(hint.kind(), hint.address()));
        }
        ledgers.candidates().put(turn.source(), candidates);
        return next(turn);
    }

    private Verdict candidate(Turn turn, Candidate tried, Fetched fetched) {
        Listing listing = listings.listing(tried.kind(), fetched);
        return found(listing)
                ? settled(turn, tried.kind(), tried.address(), fetched, listing)
                : failed(turn, tried, "nothing of its kind");
    }

    /// A listing that names nothing proves nothing: the comments of a site without comments are an empty feed.
    private static boolean found(Listing listing) {
        return switch (listing) {
            case Listing.Pages pages -> !pages.leads().isEmpty();
            case Listing.Index index -> !index.children().isEmpty();
            case Listing.NoListing _ -> false;
        };
    }

    private Verdict settled(Turn turn, SourceKind kind, URI address, Fetched fetched, Listing listing) {
        String reader = ledgers.register().settle(turn.source(), kind, address);
        if (reader == null) {
            return listings.read(turn, fetched, listing);
        }
        String reason = "what it offers, " + address + ", is read already by the source '" + reader + "'";
        ledgers.sources().failed(turn.source(), reason);
        ledgers.register().end(turn.source().id(), reason);
        return new Verdict.Again(NEXT_LOOK, reason);
    }

    /// The next candidate is tried; the site itself is asked again later.
    private Verdict failed(Turn turn, @Nullable Candidate tried, String reason) {
        if (tried == null) {
            return listings.failed(turn, reason, null);
        }
        ledgers.candidates().drop(turn.source());
        return next(turn);
    }

    private Verdict next(Turn turn) {
        Source source = turn.source();
        Candidate next = ledgers.candidates().current(source);
        if (next == null) {
            String reason = "no feed, sitemap or list of articles was found at " + source.feed();
            ledgers.sources().failed(source, reason);
            return new Verdict.Again(NEXT_LOOK, reason);
        }
        return new Verdict.Moved(CanonicalAddress.of(next.address()), 0, null);
    }
}
