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
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.SettableClock;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.feed.FeedReading.Entry;
import org.supplierscope.ingest.frontier.Turn.Kind;
import org.supplierscope.ingest.publication.RevisionLedger;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.ingest.source.Source;

/// What frontier, sources and revisions promise, on whatever database they are kept.
abstract class LedgerScenarios {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Source ONE = source("one", "https://one.example/feed");
    private static final Source TWO = source("two", "https://two.example/feed");

    private final SettableClock clock = new SettableClock();
    private final DataSource database = database();
    private final Frontier frontier = new Frontier(database, clock, LEASE);
    private final SourceLedger sources = new SourceLedger(database, clock);
    private final RevisionLedger revisions = new RevisionLedger(database);

    /// The same database for every scenario; migrated; it is emptied before each.
    abstract DataSource database();

    /// Brings a new database to the state that the stage expects.
    static <D extends DataSource> D migrated(D database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ingest")
                .load()
                .migrate();
        return database;
    }

    @BeforeEach
    void empty() {
        new Transactions(database).run("emptying", connection -> {
            for (String table : List.of("request", "authority", "source", "revision")) {
                Transactions.update(connection, "delete from " + table);
            }
            return null;
        });
    }

    private static Source source(String id, String feed) {
        return new Source(id, "Source " + id, URI.create("https://home.example/"), URI.create(feed), "en");
    }

    private static Entry entry(String url) {
        return new Entry(URI.create(url), null, null);
    }

    private Turn take() {
        return Objects.requireNonNull(frontier.take(), "a turn is due");
    }

    private SourceStatus status(String id) {
        return Objects.requireNonNull(sources.one(id), id);
    }

    /// Runs as many workers at once, each with its number, and rethrows what one of them threw.
    private static <T> List<T> together(int workers, java.util.function.IntFunction<Callable<T>> work)
            throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                futures.add(threads.submit(work.apply(i)));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }

    @Test
    void everyListedFeedIsDueAtOnce() {
        frontier.list(List.of(ONE, TWO));

        assertThat(List.of(take().source(), take().source())).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(frontier.take()).isNull();
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

    @Test
    void aSourceThatIsNoLongerListedIsNotAsked() {
        frontier.list(List.of(ONE, TWO));
        frontier.add(ONE, List.of(entry("https://pages.example/a")));

        frontier.list(List.of(TWO));

        assertThat(take().source()).isEqualTo(TWO);
        assertThat(frontier.take()).isNull();
        assertThat(sources.all()).extracting(SourceStatus::id).containsExactly("two");

        frontier.list(List.of(ONE, TWO));

        assertThat(List.of(take().source(), take().source())).containsExactly(ONE, ONE);
    }

    @Test
    void aSourceThatChangedIsAskedAtItsNewAddressAtOnce() {
        frontier.list(List.of(ONE));
        sources.answered(ONE, "\"7\"", null);
        frontier.giveBack(take(), new Verdict.Again(Duration.ofDays(1), null), PAUSE);

        frontier.list(List.of(source("one", "https://new.example/feed")));

        Turn turn = take();
        assertThat(turn.url()).hasToString("https://new.example/feed");
        assertThat(turn.etag()).as("of the old address").isNull();
    }

    @Test
    void textThatADatabaseRefusesOrCannotHoldIsFitted() {
        frontier.list(List.of(ONE));
        String long1 = "x".repeat(999) + "😀 and more";
        frontier.add(ONE, List.of(new Entry(URI.create("https://p.example/a"), long1, null)));
        frontier.add(ONE, List.of(new Entry(URI.create("https://p.example/b"), "nul\u0000 and half \ud83d", null)));

        sources.failed(ONE, "nul\u0000" + long1);
        sources.answered(ONE, "\"nul\u0000\"", "\u0000");
        sources.answered(ONE, "e".repeat(1001), "m".repeat(201));
        Turn feed = take();
        frontier.giveBack(feed, new Verdict.Again(Duration.ofDays(1), "nul\u0000" + long1), PAUSE);

        assertThat(feed.etag() == null ? take() : feed).isNotNull();
        assertThat(status("one").waiting()).isEqualTo(2);
    }

    @Test
    void aSourceFaresAsItWasNoted() {
        frontier.list(List.of(ONE));
        Instant first = clock.instant();
        sources.answered(ONE, null, null);
        clock.advance(Duration.ofMinutes(15));

        sources.failed(ONE, "the server failed (HTTP 500)");

        assertThat(status("one").error()).isEqualTo("the server failed (HTTP 500)");
        assertThat(status("one").lastSuccess()).isBetween(first.minusMillis(1), first.plusMillis(1));
        assertThat(status("one").lastPoll()).isAfter(first.plusSeconds(60));
        assertThat(sources.one("nobody")).isNull();

        sources.answered(ONE, null, null);

        assertThat(status("one").error()).isNull();
    }

    @Test
    void whatAFeedSaysOfAPageIsKept() {
        frontier.list(List.of(ONE));
        Instant published = Instant.parse("2026-03-03T00:00:00Z");
        Turn feed = take();
        frontier.add(ONE, List.of(new Entry(URI.create("https://one.example/a"), "鴻海 新聞", published)));
        frontier.giveBack(feed, new Verdict.Again(Duration.ofDays(1), null), Duration.ZERO);

        Turn page = take();

        assertThat(page.feedTitle()).isEqualTo("鴻海 新聞");
        assertThat(page.feedPublished()).isEqualTo(published);
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

    @Test
    void feedsThatNameTheSamePagesMayBeReadAtTheSameTime() throws Exception {
        frontier.list(List.of(ONE, TWO));
        List<Entry> forwards = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            forwards.add(entry("https://a" + i + ".example/" + i));
        }
        List<Entry> backwards = forwards.reversed();

        List<Integer> added = together(8, worker -> () -> {
            int sum = 0;
            for (int round = 0; round < 5; round++) {
                int shown = round;
                List<Entry> mine = (worker % 2 == 0 ? forwards : backwards)
                        .stream().map(e -> entry(e.link() + "?" + shown)).toList();
                sum += frontier.add(worker % 2 == 0 ? ONE : TWO, mine);
            }
            return sum;
        });

        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
        assertThat(status("one").waiting() + status("two").waiting()).isEqualTo(300);
    }

    @Test
    void aContentIsClaimedOnceAndItsClaimantMayComeAgain() {
        assertThat(revisions.claim("a", "f1", "page 1")).hasValue(1);
        assertThat(revisions.claim("a", "f1", "page 1"))
                .as("the same record after a crash")
                .hasValue(1);
        assertThat(revisions.claim("a", "f1", "page 2"))
                .as("the same content again")
                .isEmpty();
        assertThat(revisions.claim("a", "f2", "page 2")).hasValue(2);
        assertThat(revisions.claim("a", "f1", "page 1")).hasValue(1);
        assertThat(revisions.claim("b", "f1", "page 3")).as("another article").hasValue(1);
    }

    @Test
    void oneOfManyClaimantsOfTheSameContentGetsIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            String content = "f" + round;
            List<OptionalInt> claims = together(8, worker -> () -> revisions.claim("a", content, "page " + worker));

            assertThat(claims.stream().filter(OptionalInt::isPresent)).hasSize(1);
        }
    }

    @Test
    void revisionsClaimedAtTheSameTimeAreNumberedOneByOne() throws Exception {
        List<OptionalInt> claims = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            int shown = round;
            claims.addAll(
                    together(8, worker -> () -> revisions.claim("a", "f" + shown + "-" + worker, "page " + worker)));
        }

        assertThat(claims.stream().map(OptionalInt::getAsInt).sorted())
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 40).boxed().toList());
    }
}
