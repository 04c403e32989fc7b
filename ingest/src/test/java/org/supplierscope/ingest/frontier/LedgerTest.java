package org.supplierscope.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.supplierscope.ingest.listing.Lead;
import org.supplierscope.ingest.publication.RevisionLedger.Claim;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;

/// What is kept of sources, pages and revisions, on every database that we run on.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class LedgerTest extends LedgerFixture {

    LedgerTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void everyListedFeedIsDueAtOnce() {
        register.list(List.of(ONE, TWO));

        assertThat(List.of(take().source(), take().source())).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(taken()).isNull();
    }

    @Test
    void aSourceThatIsNoLongerListedIsNotAsked() {
        register.list(List.of(ONE, TWO));
        intake.add(ONE, List.of(lead("https://pages.example/a")));

        register.list(List.of(TWO));

        assertThat(take().source()).isEqualTo(TWO);
        assertThat(taken()).isNull();
        assertThat(sources.all())
                .extracting(SourceStatus::id, SourceStatus::state)
                .containsExactly(tuple("one", SourceState.REMOVED), tuple("two", SourceState.ACTIVE));

        register.list(List.of(ONE, TWO));

        assertThat(List.of(take().source(), take().source())).containsExactly(ONE, ONE);
    }

    @Test
    void aSourceThatChangedIsAskedAtItsNewAddressAtOnce() {
        register.list(List.of(ONE));
        sources.answered(ONE, "\"7\"", null, 0);
        giveBack(take(), new Verdict.Again(Duration.ofDays(1), null), PAUSE);

        register.list(List.of(source("one", "https://new.example/feed")));

        Turn turn = take();
        assertThat(turn.url()).hasToString("https://new.example/feed");
        assertThat(turn.etag()).as("of the old address").isNull();
    }

    @Test
    void textThatADatabaseRefusesOrCannotHoldIsFitted() {
        register.list(List.of(ONE));
        String long1 = "x".repeat(999) + "😀 and more";
        intake.add(ONE, List.of(new Lead(URI.create("https://p.example/a"), long1, null)));
        intake.add(ONE, List.of(new Lead(URI.create("https://p.example/b"), "nul\u0000 and half \ud83d", null)));

        sources.failed(ONE, "nul\u0000" + long1);
        sources.answered(ONE, "\"nul\u0000\"", "\u0000", 0);
        sources.answered(ONE, "e".repeat(1001), "m".repeat(201), 0);
        Turn feed = take();
        giveBack(feed, new Verdict.Again(Duration.ofDays(1), "nul\u0000" + long1), PAUSE);

        assertThat(feed.etag() == null ? take() : feed).isNotNull();
        assertThat(status("one").waiting()).isEqualTo(2);
    }

    @Test
    void aSourceFaresAsItWasNoted() {
        register.list(List.of(ONE));
        Instant first = clock.instant();
        sources.answered(ONE, null, null, 0);
        clock.advance(Duration.ofMinutes(15));

        sources.failed(ONE, "the server failed (HTTP 500)");

        assertThat(status("one").error()).isEqualTo("the server failed (HTTP 500)");
        assertThat(status("one").lastSuccess()).isBetween(first.minusMillis(1), first.plusMillis(1));
        assertThat(status("one").lastPoll()).isAfter(first.plusSeconds(60));
        assertThat(sources.one("nobody")).isNull();

        sources.answered(ONE, null, null, 0);

        assertThat(status("one").error()).isNull();
    }

    @Test
    void whatAFeedSaysOfAPageIsKept() {
        register.list(List.of(ONE));
        Instant published = Instant.parse("2026-03-03T00:00:00Z");
        Turn feed = take();
        intake.add(ONE, List.of(new Lead(URI.create("https://one.example/a"), "鴻海 新聞", published)));
        giveBack(feed, new Verdict.Again(Duration.ofDays(1), null), Duration.ZERO);

        Turn page = take();

        assertThat(page.feedTitle()).isEqualTo("鴻海 新聞");
        assertThat(page.feedPublished()).isEqualTo(published);
    }

    @Test
    void feedsThatNameTheSamePagesMayBeReadAtTheSameTime() throws Exception {
        register.list(List.of(ONE, TWO));
        List<Lead> forwards = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            forwards.add(lead("https://a" + i + ".example/" + i));
        }
        List<Lead> backwards = forwards.reversed();

        List<Integer> added = together(8, worker -> () -> {
            int sum = 0;
            for (int round = 0; round < 5; round++) {
                int shown = round;
                List<Lead> mine = (worker % 2 == 0 ? forwards : backwards)
                        .stream().map(e -> lead(e.link() + "?" + shown)).toList();
                sum += intake.add(worker % 2 == 0 ? ONE : TWO, mine);
            }
            return sum;
        });

        assertThat(added.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
        assertThat(status("one").waiting() + status("two").waiting()).isEqualTo(300);
    }

    private static final Instant SEEN = Instant.parse("2026-03-04T05:06:07.089Z");

    private Claim claim(String article, String content, String claimant) {
        return revisions.claim(article, content, claimant, SEEN);
    }

    @Test
    void aContentIsClaimedOnceAndItsClaimantMayComeAgain() {
        assertThat(claim("a", "f1", "page 1")).isEqualTo(new Claim.Granted(1));
        assertThat(claim("a", "f1", "page 1"))
                .as("the same record after a crash")
                .isEqualTo(new Claim.Granted(1));
        assertThat(claim("a", "f1", "page 2")).as("the same content again").isEqualTo(new Claim.Published());
        assertThat(claim("a", "f2", "page 2")).isEqualTo(new Claim.Granted(2));
        assertThat(claim("a", "f1", "page 1")).isEqualTo(new Claim.Granted(1));
        assertThat(claim("b", "f1", "page 3")).as("another article").isEqualTo(new Claim.Granted(1));
    }

    @Test
    void anOlderCaptureIsNotGrantedARevisionAndTheSameOneIs() {
        assertThat(claim("a", "f1", "page 1")).isEqualTo(new Claim.Granted(1));

        assertThat(revisions.claim("a", "f0", "archive 1", SEEN.minusMillis(1)))
                .as("of before")
                .isEqualTo(new Claim.Overtaken());
        assertThat(revisions.claim("a", "f1", "archive 2", SEEN.minusMillis(1)))
                .as("of before, with the same content")
                .isEqualTo(new Claim.Published());
        assertThat(claim("a", "f1 read better", "page 1 again"))
                .as("the same capture, extracted anew")
                .isEqualTo(new Claim.Granted(2));
        assertThat(revisions.claim("a", "f3", "page 3", SEEN.plusMillis(1)))
                .as("of later")
                .isEqualTo(new Claim.Granted(3));
        assertThat(claim("a", "f1", "page 1"))
                .as("claimed before a crash, and overtaken since")
                .isEqualTo(new Claim.Overtaken());
        assertThat(revisions.claim("b", "f0", "archive 3", SEEN.minusMillis(1)))
                .as("another article")
                .isEqualTo(new Claim.Granted(1));
    }

    @Test
    void aContentThatIsStillThereLaterOutranksWhatWasCapturedInBetween() {
        assertThat(claim("a", "f1", "page 1")).isEqualTo(new Claim.Granted(1));
        assertThat(revisions.claim("a", "f1", "page 2", SEEN.plusSeconds(10))).isEqualTo(new Claim.Published());

        assertThat(revisions.claim("a", "f2", "archive 1", SEEN.plusSeconds(5))).isEqualTo(new Claim.Overtaken());
    }

    @Test
    void oneOfManyClaimantsOfTheSameContentGetsIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            String content = "f" + round;
            List<Claim> claims = together(8, worker -> () -> claim("a", content, "page " + worker));

            assertThat(claims.stream().filter(Claim.Granted.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void revisionsClaimedAtTheSameTimeAreNumberedOneByOne() throws Exception {
        List<Claim> claims = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            int shown = round;
            claims.addAll(together(8, worker -> () -> claim("a", "f" + shown + "-" + worker, "page " + worker)));
        }

        assertThat(claims.stream()
                        .map(claim -> ((Claim.Granted) claim).number())
                        .sorted())
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(1, 40).boxed().toList());
    }

    /// Whoever comes first: what is granted after the newest is never older.
    @Test
    void ofCapturesClaimedAtTheSameTimeTheNewestIsTheLastRevision() throws Exception {
        for (int round = 0; round < 20; round++) {
            String article = "a" + round;
            List<Claim> claims = together(
                    8,
                    worker -> () -> revisions.claim(article, "f" + worker, "page " + worker, SEEN.plusSeconds(worker)));

            int last = 0;
            for (Claim claim : claims) {
                if (claim instanceof Claim.Granted(int number)) {
                    assertThat(number).isGreaterThan(last);
                    last = number;
                }
            }
            assertThat(claims.getLast()).isInstanceOf(Claim.Granted.class);
        }
    }
}
