package org.supplierscope.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.frontier.Turn.Kind;
import org.supplierscope.ingest.listing.Lead;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.ingest.source.Source;

/// Whose turn it is, on every database that we run on.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class FrontierTest extends LedgerFixture {

    FrontierTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void aTurnTellsWhatIsToBeAsked() {
        register.list(List.of(ONE));
        sources.answered(ONE, "\"7\"", "Wed, 04 Mar 2026 09:00:00 GMT", 0);

        Turn turn = take();

        assertThat(turn.kind()).isEqualTo(Kind.LISTING);
        assertThat(turn.url()).isEqualTo(ONE.feed());
        assertThat(turn.authority()).isEqualTo("one.example");
        assertThat(turn.etag()).isEqualTo("\"7\"");
        assertThat(turn.lastModified()).isEqualTo("Wed, 04 Mar 2026 09:00:00 GMT");
        assertThat(turn.attempts()).isZero();
    }

    @Test
    void anAuthorityIsLeasedToOneAtATimeAndThenLeftAlone() {
        register.list(List.of(ONE));
        intake.add(ONE, List.of(lead("https://one.example/a"), lead("https://one.example/b")));
        Turn turn = take();

        assertThat(taken()).as("while it is leased").isNull();

        giveBack(turn, new Verdict.Again(Duration.ofHours(1), null), PAUSE);
        clock.advance(PAUSE.minusNanos(1_000_000));

        assertThat(taken()).as("within the pause").isNull();

        clock.advance(Duration.ofMillis(1));

        assertThat(take().kind()).isEqualTo(Kind.PAGE);
    }

    @Test
    void aFeedComesBeforePages() {
        register.list(List.of(ONE));
        Turn feed = take();
        intake.add(ONE, List.of(lead("https://one.example/a")));
        giveBack(feed, new Verdict.Again(PAUSE, null), PAUSE);
        clock.advance(PAUSE);

        assertThat(take().kind()).isEqualTo(Kind.LISTING);
    }

    @Test
    void aLeaseRunsOutWhenItsHolderDies() {
        register.list(List.of(ONE));
        Turn lost = take();
        clock.advance(LEASE.minusMillis(1));
        assertThat(taken()).isNull();

        clock.advance(Duration.ofMillis(1));

        assertThat(take().requestId()).isEqualTo(lost.requestId());
    }

    @Test
    void whoComesBackTooLateDoesNotFreeTheLeaseOfAnother() {
        register.list(List.of(ONE));
        intake.add(ONE, List.of(lead("https://one.example/a")));
        Turn late = take();
        clock.advance(LEASE);
        Turn current = take();

        giveBack(late, new Verdict.Again(Duration.ofHours(1), null), Duration.ZERO);

        assertThat(taken()).as("the second holder is still at it").isNull();

        giveBack(current, new Verdict.Again(Duration.ofHours(1), null), Duration.ZERO);

        assertThat(take().kind()).isEqualTo(Kind.PAGE);
    }

    @Test
    void whoComesBackTooLateDoesNotUndoWhatAnotherSettled() {
        register.list(List.of(ONE));
        Turn feed = take();
        intake.add(ONE, List.of(lead("https://one.example/a")));
        giveBack(feed, new Verdict.Again(Duration.ofDays(1), null), Duration.ZERO);
        Turn late = take();
        clock.advance(LEASE);
        giveBack(take(), new Verdict.Fetched(), Duration.ZERO);

        giveBack(late, new Verdict.GivenUp("too slow"), Duration.ZERO);

        assertThat(status("one").articles()).isEqualTo(1);
        assertThat(status("one").failed()).isZero();
    }

    @Test
    void freeingAllGivesEveryLeaseBack() {
        register.list(List.of(ONE, TWO));
        take();
        take();

        frontier.freeAll();

        assertThat(List.of(take(), take())).hasSize(2);
    }

    @Test
    void aFailureIsCountedAndWaitedFor() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofMinutes(5), "down"), PAUSE);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(taken()).isNull();
        clock.advance(Duration.ofMillis(1));

        Turn again = take();

        assertThat(again.attempts()).isEqualTo(1);

        giveBack(again, new Verdict.Again(Duration.ofMinutes(5), null), PAUSE);
        clock.advance(Duration.ofMinutes(5));

        assertThat(take().attempts()).as("after it went well").isZero();
    }

    @Test
    void anUntouchedRequestComesUpAsItWas() {
        register.list(List.of(ONE));
        Turn turn = take();

        giveBack(turn, new Verdict.Untouched(), PAUSE);
        clock.advance(PAUSE);

        assertThat(take())
                .usingRecursiveComparison()
                .ignoringFields("leasedUntil")
                .isEqualTo(turn);
    }

    @Test
    void aPageThatIsFetchedOrGivenUpIsNeverAskedAgain() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), Duration.ZERO);
        List<Lead> entries = List.of(lead("https://one.example/a"), lead("https://one.example/b"));
        assertThat(intake.add(ONE, entries)).isEqualTo(2);
        giveBack(take(), new Verdict.Fetched(), Duration.ZERO);
        giveBack(take(), new Verdict.GivenUp("not found"), Duration.ZERO);

        assertThat(intake.add(ONE, entries)).isZero();
        assertThat(taken()).isNull();
        assertThat(status("one"))
                .extracting(SourceStatus::articles, SourceStatus::waiting, SourceStatus::failed)
                .containsExactly(1L, 0L, 1L);
    }

    @Test
    void aMovedPageIsAskedInTheTurnOfItsNewAuthority() {
        register.list(List.of(ONE));
        Turn feed = take();
        intake.add(ONE, List.of(lead("https://one.example/a")));
        giveBack(feed, new Verdict.Again(Duration.ofDays(1), null), Duration.ZERO);
        Turn page = take();

        giveBack(page, new Verdict.Moved(CanonicalAddress.of(URI.create("https://other.example/a")), 1, null), PAUSE);

        Turn moved = take();
        assertThat(moved.requestId()).isEqualTo(page.requestId());
        assertThat(moved.authority()).isEqualTo("other.example");
        assertThat(moved.url()).hasToString("https://other.example/a");
        assertThat(moved.hops()).isEqualTo(1);
    }

    @Test
    void aFeedThatRedirectsIsAskedAtItsListedAddressNextTime() {
        register.list(List.of(ONE));
        giveBack(
                take(),
                new Verdict.Moved(CanonicalAddress.of(URI.create("https://cdn.example/f?token=1")), 1, null),
                PAUSE);
        Turn moved = take();
        assertThat(moved.authority()).isEqualTo("cdn.example");

        giveBack(moved, new Verdict.Again(Duration.ofMinutes(15), null), PAUSE);
        clock.advance(Duration.ofMinutes(15));

        Turn next = take();
        assertThat(next.url()).isEqualTo(ONE.feed());
        assertThat(next.authority()).isEqualTo("one.example");
        assertThat(next.hops()).isZero();
    }

    @Test
    void manyTurnsAreTakenAndGivenBackAtOnceButOneOfEachAuthority() {
        List<Source> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(source("s" + i, "https://s" + i / 2 + ".example/" + i));
        }
        register.list(many);

        List<Turn> turns = frontier.take(3);
        List<Turn> rest = frontier.take(100);

        assertThat(turns).hasSize(3);
        assertThat(rest).hasSize(2);
        List<Turn> all = new ArrayList<>(turns);
        all.addAll(rest);
        assertThat(all).extracting(Turn::authority).doesNotHaveDuplicates();

        frontier.giveBack(all.stream()
                .map(turn -> new Return(turn, new Verdict.Again(Duration.ofDays(1), null), new Rest(PAUSE, 0)))
                .toList());
        assertThat(frontier.take(100)).as("within the pause").isEmpty();
        clock.advance(PAUSE);

        assertThat(frontier.take(100))
                .hasSize(5)
                .extracting(Turn::requestId)
                .doesNotContainAnyElementsOf(all.stream().map(Turn::requestId).toList());
    }

    @Test
    void anAuthorityThatIsBorrowedHasNoTurn() {
        register.list(List.of(ONE));

        Loan loan = Objects.requireNonNull(frontier.borrow("one.example"));

        assertThat(taken()).isNull();
        assertThat(frontier.borrow("one.example")).isNull();

        frontier.giveBack(loan, new Rest(PAUSE, 0));

        assertThat(frontier.borrow("one.example")).as("within the pause").isNull();
        clock.advance(PAUSE);
        Turn turn = take();
        assertThat(frontier.borrow("one.example"))
                .as("while a turn is under way")
                .isNull();
        giveBack(turn, new Verdict.Untouched(), Duration.ZERO);
        assertThat(frontier.borrow("unheard-of.example")).isNotNull();
    }

    @Test
    void aPageThatWaitsForItsHostKeepsItsTries() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), Duration.ZERO);
        intake.add(ONE, List.of(lead("https://one.example/a")));

        giveBack(take(), new Verdict.Deferred(Duration.ofMinutes(1), "the host is away"), PAUSE);

        assertThat(taken()).isNull();
        clock.advance(Duration.ofMinutes(1));
        Turn again = take();
        assertThat(again.attempts()).isZero();
        assertThat(again.deferrals()).isEqualTo(1);
    }

    @Test
    void aSitemapThatAnIndexNamesIsAskedOnceForEachTimeItIsNamed() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), Duration.ZERO);
        var child = CanonicalAddress.of(URI.create("https://one.example/news-1.xml"));

        intake.follow(ONE, List.of(child, child));
        intake.follow(ONE, List.of(child));

        Turn turn = take();
        assertThat(turn.kind()).isEqualTo(Kind.CHILD);
        giveBack(turn, new Verdict.Fetched(), Duration.ZERO);
        assertThat(taken()).isNull();

        intake.follow(ONE, List.of(child));

        giveBack(take(), new Verdict.GivenUp("no sitemap"), Duration.ZERO);
        assertThat(taken()).isNull();
        assertThat(status("one").failed()).isZero();
    }

    /// Sixteen crawlers, each taking turns as fast as it can, of six authorities with ten pages each.
    @Test
    void noAuthorityIsEverAskedByTwoAtOnceNorWithinThePause() throws Exception {
        // Those who find nothing make time fly, but no lease runs out.
        var patient = new Frontier(database, clock, Duration.ofDays(1_000));
        int authorities = 6;
        int pages = 10;
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), PAUSE);
        List<Lead> entries = new ArrayList<>();
        for (int i = 0; i < authorities * pages; i++) {
            entries.add(lead("https://a" + i % authorities + ".example/" + i));
        }
        intake.add(ONE, entries);
        Map<String, Turn> held = new ConcurrentHashMap<>();
        Map<String, Instant> free = new ConcurrentHashMap<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        var served = new AtomicInteger();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();

        together(16, worker -> () -> {
            while (served.get() < authorities * pages && System.nanoTime() < end) {
                List<Turn> turns = patient.take(1);
                if (turns.isEmpty()) {
                    clock.advance(Duration.ofMillis(50));
                    continue;
                }
                Turn turn = turns.getFirst();
                Instant now = clock.instant();
                if (held.putIfAbsent(turn.authority(), turn) != null) {
                    wrong.add("two at once at " + turn.authority());
                }
                if (now.isBefore(free.getOrDefault(turn.authority(), Instant.MIN))) {
                    wrong.add("within the pause at " + turn.authority());
                }
                held.remove(turn.authority());
                // What the frontier reckons with is the clock of the giving back, which is not earlier than
                // this.
                free.put(turn.authority(), clock.instant().plus(PAUSE));
                giveBack(turn, new Verdict.Fetched(), PAUSE);
                served.incrementAndGet();
            }
            return null;
        });

        assertThat(wrong).isEmpty();
        assertThat(served).hasValue(authorities * pages);
        assertThat(status("one").articles()).isEqualTo(60);
    }
}
