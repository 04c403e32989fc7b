package org.supplierscope.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.listing.Lead;
import org.supplierscope.ingest.published.SourceKind;

/// What is told of a source, on every database that we run on.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SourceStatusTest extends LedgerFixture {

    SourceStatusTest(DatabaseKind kind) {
        super(kind);
    }

    /// Two articles a day over some days, the last one just now.
    private void publishedFor(int days) {
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < days * 2; i++) {
            Instant published = clock.instant().minus(Duration.ofHours(12L * i));
            leads.add(new Lead(URI.create("https://one.example/" + i), "Headline " + i, published));
        }
        intake.add(ONE, leads);
    }

    @Test
    void tellsHowOftenItPublishesAndWhenItLastDid() {
        register.list(List.of(ONE));
        publishedFor(10);
        Instant now = clock.instant();

        sources.answered(ONE, null, null, 3);

        assertThat(status("one").medianArticlesPerDay()).isEqualTo(2.0);
        assertThat(status("one").lastNew()).isBetween(now.minusMillis(1), now.plusMillis(1));
        assertThat(status("one").silentSince()).isNull();
        assertThat(status("one").leftOut()).isEqualTo(3);
        assertThat(status("one").kind()).isEqualTo(SourceKind.FEED);
        assertThat(status("one").unverifiedCertificate()).isNull();
    }

    @Test
    void tellsASilenceThatIsLongForTheSource() {
        register.list(List.of(ONE));
        publishedFor(10);
        assertThat(sources.answered(ONE, null, null, 0).gap()).isEqualTo(Duration.ofHours(12));
        Instant last = status("one").lastNew();

        clock.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(status("one").silentSince()).isNull();

        clock.advance(Duration.ofSeconds(2));
        assertThat(status("one").silentSince()).isEqualTo(last);

        register.pause("one");
        assertThat(status("one").silentSince()).as("nobody listens").isNull();
    }

    @Test
    void tellsASourceThatNeverPublishedAnything() {
        register.list(List.of(ONE));
        Instant added = clock.instant();
        sources.answered(ONE, null, null, 0);
        clock.advance(Duration.ofDays(6));

        assertThat(status("one").silentSince()).isBetween(added.minusMillis(1), added.plusMillis(1));
    }

    @Test
    void tellsSinceWhenItFailsAndWhenItIsAskedNext() {
        register.list(List.of(ONE));
        Turn turn = take();
        sources.failed(ONE, "the server failed (HTTP 500)");
        Instant first = clock.instant();
        giveBack(turn, new Verdict.Again(Duration.ofMinutes(10), "the server failed (HTTP 500)"), PAUSE);
        clock.advance(Duration.ofMinutes(5));
        sources.failed(ONE, "the server failed (HTTP 502)");

        assertThat(status("one").errorSince()).isBetween(first.minusMillis(1), first.plusMillis(1));
        assertThat(status("one").nextPoll())
                .isBetween(
                        first.plusSeconds(600).minusMillis(1),
                        first.plusSeconds(600).plusMillis(1));

        sources.answered(ONE, null, null, 0);

        assertThat(status("one").errorSince()).isNull();
    }

    /// F8
    @Test
    void tellsThatItsHostIsLeftAlone() {
        register.list(List.of(ONE));
        Turn turn = take();

        frontier.giveBack(List.of(new Return(
                turn,
                new Verdict.Again(Duration.ofMinutes(5), "slow down"),
                new Rest(Duration.ofMinutes(30), 1, true))));

        Instant until = status("one").backingOffUntil();
        assertThat(until).isAfter(clock.instant().plus(Duration.ofMinutes(29)));
        assertThat(status("one").nextPoll()).isEqualTo(until);

        clock.advance(Duration.ofMinutes(31));
        Turn next = take();
        assertThat(next.strikes()).isEqualTo(1);
        giveBack(next, new Verdict.Again(Duration.ofMinutes(5), null), PAUSE);

        assertThat(status("one").backingOffUntil()).isNull();
        clock.advance(Duration.ofMinutes(5));
        assertThat(take().strikes()).isZero();
    }

    @Test
    void tellsOfAHostThatDoesNotAnswerOnlyWhenItIsAskedNext() {
        register.list(List.of(ONE));
        frontier.giveBack(List.of(new Return(
                take(), new Verdict.Again(Duration.ofMinutes(5), "away"), new Rest(Duration.ofMinutes(30), 1))));

        assertThat(status("one").backingOffUntil()).isNull();
        assertThat(status("one").nextPoll()).isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
    }

    @Test
    void countsPagesAsTheyAreSettled() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), Duration.ZERO);
        publishedFor(3);

        giveBack(take(), new Verdict.Fetched(), Duration.ZERO);
        giveBack(take(), new Verdict.GivenUp("not found"), Duration.ZERO);
        giveBack(take(), new Verdict.Deferred(Duration.ofHours(1), "the host is away"), Duration.ZERO);

        assertThat(status("one").articles()).isEqualTo(1);
        assertThat(status("one").failed()).isEqualTo(1);
        assertThat(status("one").waiting()).isEqualTo(4);
        assertThat(sources.some(List.of("one", "nobody"))).hasSize(1);
    }

    @Test
    void aPageThatIsFirstSeenAfterDaysOfReadingIsNewsWhateverDateItBears() {
        register.list(List.of(ONE));
        publishedFor(10);
        sources.answered(ONE, null, null, 0);
        clock.advance(Duration.ofDays(2));
        Instant now = clock.instant();

        intake.add(
                ONE,
                List.of(new Lead(URI.create("https://one.example/odd"), "Odd", Instant.parse("2016-03-04T00:00:00Z"))));
        sources.answered(ONE, null, null, 0);

        assertThat(status("one").lastNew()).isBetween(now.minusMillis(1), now.plusMillis(1));
    }

    @Test
    void takesTheDatesOfThePagesThemselvesWhereTheListingHasNone() {
        register.list(List.of(ONE));
        intake.add(
                ONE,
                List.of(lead("https://one.example/a"), lead("https://one.example/b"), lead("https://one.example/c")));
        sources.answered(ONE, null, null, 0);
        Instant older = Instant.parse("2026-01-09T00:30:00Z");
        Instant newest = Instant.parse("2026-02-11T00:00:00Z");

        boolean taken = dates.take("one", URI.create("https://one.example/a"), older);
        dates.take("one", URI.create("https://one.example/b"), newest);

        assertThat(taken).isTrue();
        assertThat(status("one").lastNew()).as("at once; /c has no date").isEqualTo(newest);
        sources.answered(ONE, null, null, 0);
        assertThat(status("one").lastNew()).as("and at the next poll").isEqualTo(newest);
        assertThat(dates.take("one", URI.create("https://one.example/a"), older))
                .as("again, as after a crash")
                .isFalse();
    }

    @Test
    void takesTheDateOfAPageThatStoodAtAnotherAddress() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), Duration.ZERO);
        intake.add(ONE, List.of(lead("https://one.example/a")));
        URI target = URI.create("https://one.example/moved");
        giveBack(take(), new Verdict.Moved(CanonicalAddress.of(target), 1, null), Duration.ZERO);
        Instant published = Instant.parse("2026-02-11T00:00:00Z");

        assertThat(dates.take("one", target, published)).isTrue();

        assertThat(status("one").lastNew()).isEqualTo(published);
    }

    @Test
    void leavesDatesThatTheListingToldAndWhatIsMetLater() {
        register.list(List.of(ONE));
        Instant told = Instant.parse("2026-02-11T00:00:00Z");
        Instant own = Instant.parse("2026-01-09T00:00:00Z");
        intake.add(ONE, List.of(new Lead(URI.create("https://one.example/a"), "A", told)));
        sources.answered(ONE, null, null, 0);

        assertThat(dates.take("one", URI.create("https://one.example/a"), own)).isFalse();
        assertThat(status("one").lastNew()).isEqualTo(told);

        clock.advance(Duration.ofDays(3));
        Instant met = clock.instant();
        intake.add(ONE, List.of(lead("https://one.example/b")));
        sources.answered(ONE, null, null, 0);

        assertThat(dates.take("one", URI.create("https://one.example/b"), own)).isFalse();
        assertThat(dates.take("nobody", URI.create("https://one.example/b"), own))
                .isFalse();
        assertThat(status("one").lastNew()).isBetween(met.minusMillis(1), met.plusMillis(1));
    }

    @Test
    void countsWhatIsDatedAfterwardsOnItsOwnDay() {
        register.list(List.of(ONE));
        List<Lead> leads = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            leads.add(lead("https://one.example/" + i));
        }
        intake.add(ONE, leads);
        for (int i = 0; i < 10; i++) {
            dates.take("one", leads.get(i).link(), clock.instant().minus(Duration.ofDays(1L + i)));
        }

        sources.answered(ONE, null, null, 0);

        assertThat(status("one").medianArticlesPerDay()).isEqualTo(1.0);
    }

    @Test
    void believesTheDatesOfListingsThatAreReadOneAfterAnotherInTheFirstDay() {
        register.list(List.of(ONE));
        sources.answered(ONE, null, null, 0);
        Instant told = clock.instant().minus(Duration.ofDays(9));

        intake.add(ONE, List.of(new Lead(URI.create("https://one.example/a"), "A", told)));
        sources.answered(ONE, null, null, 0);

        assertThat(status("one").lastNew()).isBetween(told.minusMillis(1), told.plusMillis(1));
    }
}
