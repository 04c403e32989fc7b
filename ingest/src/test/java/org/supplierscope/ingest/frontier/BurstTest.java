package org.supplierscope.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.frontier.Turn.Kind;
import org.supplierscope.ingest.listing.Lead;

/// F13 of the reliability list: a feed that suddenly names many pages that nobody has seen, on every database
/// that we run on.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class BurstTest extends LedgerFixture {

    BurstTest(DatabaseKind kind) {
        super(kind);
    }

    private static Lead titled(String url, @Nullable String title, @Nullable Instant published) {
        return new Lead(URI.create(url), title, published);
    }

    /// What a feed lists: articles of their own titles, one an hour.
    private List<Lead> feed(String site, int from, int to, boolean titles, boolean dates) {
        List<Lead> leads = new ArrayList<>();
        Instant newest = clock.instant();
        for (int i = from; i < to; i++) {
            leads.add(titled(
                    site + i,
                    titles ? "Headline number " + i : null,
                    dates ? newest.minus(Duration.ofHours(to - i)) : null));
        }
        return leads;
    }

    /// A source that has been read for ten days, with six new articles on each.
    private void readForTenDays() {
        register.list(List.of(ONE));
        poll(feed("https://one.example/", 0, 40, true, true));
        for (int day = 0; day < 10; day++) {
            clock.advance(Duration.ofDays(1));
            poll(feed("https://one.example/", 40 + 6 * day, 46 + 6 * day, true, true));
        }
        drain();
    }

    private int poll(List<Lead> leads) {
        int added = intake.add(ONE, leads);
        sources.answered(ONE, null, null, 0);
        return added;
    }

    /// Fetches every page whose turn it is, as the crawl would, and answers which.
    private List<String> drain() {
        List<String> urls = new ArrayList<>();
        while (true) {
            Turn turn = taken();
            if (turn == null) {
                return urls;
            }
            if (turn.kind() == Kind.LISTING) {
                giveBack(turn, new Verdict.Again(Duration.ofDays(1000), null), Duration.ZERO);
            } else {
                urls.add(turn.url().toString());
                giveBack(turn, new Verdict.Fetched(), Duration.ZERO);
            }
        }
    }

    private void publish(String url, String fingerprint) {
        revisions.claim(CanonicalAddress.of(URI.create(url)).id(), fingerprint, "page of " + url, clock.instant());
    }

    @Test
    void theFirstPollOfASourceIsNone() {
        register.list(List.of(ONE));

        poll(feed("https://one.example/", 0, 900, true, true));

        assertThat(status("one").waiting()).isEqualTo(900);
        assertThat(status("one").quarantined()).isNull();
    }

    @Test
    void anOrdinaryPollIsNoneNorIsALongAbsenceMadeUpFor() {
        readForTenDays();
        clock.advance(Duration.ofDays(1));
        poll(feed("https://one.example/", 200, 225, true, true));
        assertThat(status("one").quarantined()).isNull();

        clock.advance(Duration.ofDays(20));
        poll(feed("https://one.example/", 300, 420, true, true));

        assertThat(status("one").quarantined()).isNull();
        assertThat(status("one").waiting()).isEqualTo(145);
    }

    @Test
    void oldHeadlinesUnderNewAddressesAreNeverAsked() {
        readForTenDays();
        List<Lead> shown = feed("https://one.example/", 200, 220, true, true);
        poll(shown);
        drain();
        clock.advance(Duration.ofMinutes(20));

        List<Lead> flipped = new ArrayList<>(shown.stream()
                .map(lead -> titled(lead.link() + "?v=2", lead.title(), lead.published()))
                .toList());
        flipped.add(titled("https://one.example/fresh", "Something new", clock.instant()));
        poll(flipped);

        assertThat(drain()).containsExactly("https://one.example/fresh");
        assertThat(status("one").waiting()).isZero();
        assertThat(poll(flipped)).as("the next poll").isZero();
    }

    @Test
    void theSameHeadlineOfAnotherDayIsNews() {
        readForTenDays();
        List<Lead> reports = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            reports.add(titled("https://one.example/report-" + i, "Headline number 3", clock.instant()));
        }

        poll(reports);

        assertThat(drain()).hasSize(12);
    }

    @Test
    void aFloodWithoutHeadlinesIsHeldBackUntilAFewOfItAreSeenToBeOld() {
        readForTenDays();
        clock.advance(Duration.ofMinutes(20));

        poll(feed("https://one.example/new/", 0, 100, false, false));

        List<String> probes = drain();
        assertThat(probes).hasSize(5);
        assertThat(status("one").quarantined()).isEqualTo(95);

        quarantine.review(ONE);
        assertThat(status("one").quarantined()).as("while nothing is extracted").isEqualTo(95);

        for (String probe : probes) {
            publish("https://one.example/" + probes.indexOf(probe), CanonicalAddress.digest(probe));
            publish(probe, CanonicalAddress.digest(probe));
        }
        quarantine.review(ONE);

        assertThat(status("one").quarantined()).isNull();
        assertThat(status("one").waiting()).isZero();
        assertThat(drain()).isEmpty();
    }

    @Test
    void aFloodThatProvesToBeNewsIsAskedAfterEverythingElse() {
        readForTenDays();
        poll(feed("https://one.example/new/", 0, 100, false, false));
        for (String probe : drain()) {
            publish(probe, CanonicalAddress.digest(probe));
        }

        quarantine.review(ONE);
        clock.advance(Duration.ofMinutes(1));
        poll(List.of(lead("https://one.example/latest")));

        assertThat(status("one").quarantined()).isNull();
        List<String> asked = drain();
        assertThat(asked).hasSize(96);
        assertThat(asked.getFirst()).isEqualTo("https://one.example/latest");
    }

    @Test
    void aFloodOfWhichNothingCanBeToldIsLetGoAfterADay() {
        readForTenDays();
        poll(feed("https://one.example/new/", 0, 100, false, false));
        drain();

        clock.advance(Duration.ofHours(25));
        quarantine.review(ONE);

        assertThat(drain()).hasSize(95);
    }

    @Test
    void aFloodDoesNotChangeTheRhythm() {
        readForTenDays();
        var before = status("one");
        clock.advance(Duration.ofHours(1));

        poll(feed("https://one.example/new/", 0, 100, false, false));

        assertThat(status("one").medianArticlesPerDay()).isEqualTo(before.medianArticlesPerDay());
        assertThat(status("one").lastNew()).isEqualTo(before.lastNew());
    }

    @Test
    void aSourceThatWasResumedMayBringMuch() {
        readForTenDays();
        register.pause("one");
        register.resume("one");

        poll(feed("https://one.example/new/", 0, 100, false, false));

        assertThat(status("one").quarantined()).isNull();
    }
}
