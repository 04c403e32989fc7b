package org.supplierscope.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.feed.FeedReading.Entry;
import org.supplierscope.ingest.frontier.Turn.Kind;
import org.supplierscope.ingest.published.SourceStatus;

/// Whose turn it is, on every database that we run on.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class FrontierTest extends LedgerFixture {

    FrontierTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void aTurnTellsWhatIsToBeAsked() {
        frontier.list(List.of(ONE));
        sources.answered(ONE, "\"7\"", "Wed, 04 Mar 2026 09:00:00 GMT");

        Turn turn = take();

        assertThat(turn.kind()).isEqualTo(Kind.FEED);
        assertThat(turn.url()).isEqualTo(ONE.feed());
        assertThat(turn.authority()).isEqualTo("one.example");
        assertThat(turn.etag()).isEqualTo("\"7\"");
        assertThat(turn.lastModified()).isEqualTo("Wed, 04 Mar 2026 09:00:00 GMT");
        assertThat(turn.attempts()).isZero();
    }

    @Test
    void anAuthorityIsLeasedToOneAtATimeAndThenLeftAlone() {
        frontier.list(List.of(ONE));
        frontier.add(ONE, List.of(entry("https://one.example/a"), entry("https://one.example/b")));
        Turn turn = take();

        assertThat(frontier.take()).as("while it is leased").isNull();

        frontier.giveBack(turn, new Verdict.Again(Duration.ofHours(1), null), PAUSE);
        clock.advance(PAUSE.minusNanos(1_000_000));

        assertThat(frontier.take()).as("within the pause").isNull();

        clock.advance(Duration.ofMillis(1));

        assertThat(take().kind()).isEqualTo(Kind.PAGE);
    }

    @Test
    void aFeedComesBeforePages() {
        frontier.list(List.of(ONE));
        Turn feed = take();
        frontier.add(ONE, List.of(entry("https://one.example/a")));
        frontier.giveBack(feed, new Verdict.Again(PAUSE, null), PAUSE);
        clock.advance(PAUSE);

        assertThat(take().kind()).isEqualTo(Kind.FEED);
    }

    @Test
    void aLeaseRunsOutWhenItsHolderDies() {
        frontier.list(List.of(ONE));
        Turn lost = take();
        clock.advance(LEASE.minusMillis(1));
        assertThat(frontier.take()).isNull();

        clock.advance(Duration.ofMillis(1));

        assertThat(take().requestId()).isEqualTo(lost.requestId());
    }

    @Test
    void whoComesBackTooLateDoesNotFreeTheLeaseOfAnother() {
        frontier.list(List.of(ONE));
        frontier.add(ONE, List.of(entry("https://one.example/a")));
        Turn late = take();
        clock.advance(LEASE);
        Turn current = take();

        frontier.giveBack(late, new Verdict.Again(Duration.ofHours(1), null), Duration.ZERO);

        assertThat(frontier.take()).as("the second holder is still at it").isNull();

        frontier.giveBack(current, new Verdict.Again(Duration.ofHours(1), null), Duration.ZERO);

        assertThat(take().kind()).isEqualTo(Kind.PAGE);
    }

    @Test
    void whoComesBackTooLateDoesNotUndoWhatAnotherSettled() {
        frontier.list(List.of(ONE));
        Turn feed = take();
        frontier.add(ONE, List.of(entry("https://one.example/a")));
        frontier.giveBack(feed, new Verdict.Again(Duration.ofDays(1), null), Duration.ZERO);
        Turn late = take();
        clock.advance(LEASE);
        frontier.giveBack(take(), new Verdict.Fetched(), Duration.ZERO);

        frontier.giveBack(late, new Verdict.GivenUp("too slow"), Duration.ZERO);

        assertThat(status("one").articles()).isEqualTo(1);
        assertThat(status("one").failed()).isZero();
    }

    @Test
    void freeingAllGivesEveryLeaseBack() {
        frontier.list(List.of(ONE, TWO));
        take();
        take();

        frontier.freeAll();

        assertThat(List.of(take(), take())).hasSize(2);
    }

    @Test
    void aFailureIsCountedAndWaitedFor() {
        frontier.list(List.of(ONE));
        frontier.giveBack(take(), new Verdict.Again(Duration.ofMinutes(5), "down"), PAUSE);
        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(frontier.take()).isNull();
        clock.advance(Duration.ofMillis(1));

        Turn again = take();

        assertThat(again.attempts()).isEqualTo(1);

        frontier.giveBack(again, new Verdict.Again(Duration.ofMinutes(5), null), PAUSE);
        clock.advance(Duration.ofMinutes(5));

        assertThat(take().attempts()).as("after it went well").isZero();
    }

    @Test
    void anUntouchedRequestComesUpAsItWas() {
        frontier.list(List.of(ONE));
        Turn turn = take();

        frontier.giveBack(turn, new Verdict.Untouched(), PAUSE);
        clock.advance(PAUSE);

        assertThat(take())
                .usingRecursiveComparison()
                .ignoringFields("leasedUntil")
                .isEqualTo(turn);
    }

    @Test
    void aPageThatIsFetchedOrGivenUpIsNeverAskedAgain() {
        frontier.list(List.of(ONE));
        frontier.giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), Duration.ZERO);
        List<Entry> entries = List.of(entry("https://one.example/a"), entry("https://one.example/b"));
        assertThat(frontier.add(ONE, entries)).isEqualTo(2);
        frontier.giveBack(take(), new Verdict.Fetched(), Duration.ZERO);
        frontier.giveBack(take(), new Verdict.GivenUp("not found"), Duration.ZERO);

        assertThat(frontier.add(ONE, entries)).isZero();
        assertThat(frontier.take()).isNull();
        assertThat(status("one"))
                .extracting(SourceStatus::articles, SourceStatus::waiting, SourceStatus::failed)
                .containsExactly(1L, 0L, 1L);
    }

    @Test
    void aMovedPageIsAskedInTheTurnOfItsNewAuthority() {
        frontier.list(List.of(ONE));
        Turn feed = take();
        frontier.add(ONE, List.of(entry("https://one.example/a")));
        frontier.giveBack(feed, new Verdict.Again(Duration.ofDays(1), null), Duration.ZERO);
        Turn page = take();

        frontier.giveBack(
                page, new Verdict.Moved(CanonicalAddress.of(URI.create("https://other.example/a")), 1), PAUSE);

        Turn moved = take();
        assertThat(moved.requestId()).isEqualTo(page.requestId());
        assertThat(moved.authority()).isEqualTo("other.example");
        assertThat(moved.url()).hasToString("https://other.example/a");
        assertThat(moved.hops()).isEqualTo(1);
    }

    @Test
    void aFeedThatRedirectsIsAskedAtItsListedAddressNextTime() {
        frontier.list(List.of(ONE));
        frontier.giveBack(
                take(), new Verdict.Moved(CanonicalAddress.of(URI.create("https://cdn.example/f?token=1")), 1), PAUSE);
        Turn moved = take();
        assertThat(moved.authority()).isEqualTo("cdn.example");

        frontier.giveBack(moved, new Verdict.Again(Duration.ofMinutes(15), null), PAUSE);
        clock.advance(Duration.ofMinutes(15));

        Turn next = take();
        assertThat(next.url()).isEqualTo(ONE.feed());
        assertThat(next.authority()).isEqualTo("one.example");
        assertThat(next.hops()).isZero();
    }

    /// Sixteen crawlers, each taking turns as fast as it can, of six authorities with ten pages each.
    @Test
    void noAuthorityIsEverAskedByTwoAtOnceNorWithinThePause() throws Exception {
        int authorities = 6;
        int pages = 10;
        frontier.list(List.of(ONE));
        frontier.giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), PAUSE);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < authorities * pages; i++) {
            entries.add(entry("https://a" + i % authorities + ".example/" + i));
        }
        frontier.add(ONE, entries);
        Map<String, Turn> held = new ConcurrentHashMap<>();
        Map<String, Instant> free = new ConcurrentHashMap<>();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        var served = new AtomicInteger();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();

        together(16, worker -> () -> {
            while (served.get() < authorities * pages && System.nanoTime() < end) {
                Turn turn = frontier.take();
                if (turn == null) {
                    clock.advance(Duration.ofMillis(50));
                    continue;
                }
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
                frontier.giveBack(turn, new Verdict.Fetched(), PAUSE);
                served.incrementAndGet();
            }
            return null;
        });

        assertThat(wrong).isEmpty();
        assertThat(served).hasValue(authorities * pages);
        assertThat(status("one").articles()).isEqualTo(60);
    }
}
