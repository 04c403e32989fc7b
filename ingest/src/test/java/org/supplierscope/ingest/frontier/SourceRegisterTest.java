package org.supplierscope.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.frontier.SourceRegister.Result;
import org.supplierscope.ingest.frontier.Turn.Kind;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.source.Source;

/// Which sources there are and whether they are read, on every database that we run on.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class SourceRegisterTest extends LedgerFixture {

    SourceRegisterTest(DatabaseKind kind) {
        super(kind);
    }

    private static final Result DONE = new Result.Done();

    @Test
    void aSourceThatWasAddedOutlastsTheListAndIsDueAtOnce() {
        assertThat(register.add(ONE)).isEqualTo(DONE);

        register.list(List.of(TWO));

        assertThat(List.of(take().source(), take().source())).containsExactlyInAnyOrder(ONE, TWO);
        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
    }

    @Test
    void addingTwiceIsAddingOnceAndAnotherAddressIsRefused() {
        register.add(ONE);
        giveBack(take(), new Verdict.Again(Duration.ofDays(1), null), PAUSE);

        assertThat(register.add(ONE)).isEqualTo(DONE);
        assertThat(register.add(source("one", "https://elsewhere.example/feed")))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.reason()).contains("'one'"));

        clock.advance(Duration.ofHours(1));
        assertThat(taken()).isNull();
        assertThat(status("one").feed()).isEqualTo(ONE.feed());
    }

    @Test
    void anAddressHasOneReaderUntilThatIsRemoved() {
        register.add(ONE);
        Source same = source("again", ONE.feed().toString());

        Result refused = register.add(same);

        assertThat(refused).isEqualTo(new Result.Refused("'one' reads this address already"));

        register.remove("one");

        assertThat(register.add(same)).isEqualTo(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://P7.example/#frag",
                "http://p7.example:80/",
                "http://p7.example/.",
                "http://p7.example/?",
                "http://p7.example./?utm_source=rss"
            })
    void anotherSpellingIsTheSameAddress(String spelling) {
        register.add(source("one", "http://p7.example/"));

        assertThat(register.add(source("again", spelling)))
                .isEqualTo(new Result.Refused("'one' reads this address already"));
        assertThat(register.add(source("one", spelling))).isEqualTo(DONE);
        assertThat(register.add(source("other", "http://p7.example/other"))).isEqualTo(DONE);
    }

    @Test
    void knowsAnAddressThatAnEarlierReleaseKeptAsItCame() {
        register.add(source("one", "http://p7.example/feed"));
        new Transactions(database)
                .run(
                        "going back",
                        connection -> Transactions.update(
                                connection,
                                "update source set feed = feed || '?#top', given_address = feed || '?#top'"));

        assertThat(register.add(source("again", "http://p7.example/feed")))
                .isEqualTo(new Result.Refused("'one' reads this address already"));
    }

    @Test
    void aSpellingOfTheListIsNoNewAddress() {
        register.list(List.of(source("one", "http://p7.example/feed")));
        sources.answered(source("one", "http://p7.example/feed"), "\"7\"", null, 0);

        register.list(List.of(source("one", "http://p7.example:80/feed#top")));

        assertThat(take().etag()).isEqualTo("\"7\"");
    }

    @Test
    void aSourceThatWasLeftIsNotReadAgainWhileAnotherReadsItsAddress() {
        register.add(ONE);
        register.remove("one");
        register.add(TWO);
        register.end("two", "gone");
        register.add(source("again", ONE.feed().toString()));
        register.add(source("second", TWO.feed() + "#top"));

        assertThat(register.resume("one")).isEqualTo(new Result.Refused("'again' reads this address already"));
        assertThat(register.resume("two")).isEqualTo(new Result.Refused("'second' reads this address already"));
        assertThat(status("one").state()).isEqualTo(SourceState.REMOVED);

        register.remove("again");
        assertThat(register.resume("one")).isEqualTo(DONE);
    }

    @Test
    void nothingOfAPausedSourceIsAskedUntilItIsResumedAlsoOverARestart() {
        register.list(List.of(ONE));
        intake.add(ONE, List.of(lead("https://pages.example/a")));

        assertThat(register.pause("one")).isEqualTo(DONE);
        assertThat(register.pause("one")).isEqualTo(DONE);
        register.list(List.of(ONE));

        assertThat(taken()).isNull();
        assertThat(status("one").state()).isEqualTo(SourceState.PAUSED);
        assertThat(status("one").nextPoll()).isNull();
        assertThat(status("one").waiting()).isEqualTo(1);

        assertThat(register.resume("one")).isEqualTo(DONE);

        assertThat(List.of(take().kind(), take().kind())).containsExactlyInAnyOrder(Kind.LISTING, Kind.PAGE);
        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
    }

    @Test
    void whatWasUnderWayWhenASourceWasPausedIsSettled() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(9), null), Duration.ZERO);
        intake.add(ONE, List.of(lead("https://pages.example/a")));
        Turn page = take();

        register.pause("one");
        giveBack(page, new Verdict.Fetched(), PAUSE);
        register.resume("one");

        assertThat(status("one").articles()).isEqualTo(1);
        assertThat(take().kind()).isEqualTo(Kind.LISTING);
        assertThat(taken()).isNull();
    }

    @Test
    void aSourceThatWasTakenOutStaysOutWhateverTheListSaysUntilItIsWanted() {
        register.list(List.of(ONE));

        register.remove("one");
        register.list(List.of(ONE));

        assertThat(taken()).isNull();
        assertThat(status("one").state()).isEqualTo(SourceState.REMOVED);

        assertThat(register.add(source("one", "https://new.example/feed"))).isEqualTo(DONE);

        assertThat(take().url()).hasToString("https://new.example/feed");
        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
    }

    @Test
    void anEndedSourceIsNotPolledWhileItsPagesAreAskedAndCanBeRevived() {
        register.list(List.of(ONE));
        Turn feed = take();
        intake.add(ONE, List.of(lead("https://pages.example/a")));

        register.end("one", "it is gone for good (HTTP 410)");
        giveBack(feed, new Verdict.Again(Duration.ofMinutes(1), "gone"), PAUSE);

        clock.advance(Duration.ofDays(2));
        assertThat(take().kind()).isEqualTo(Kind.PAGE);
        assertThat(taken()).isNull();
        assertThat(status("one").state()).isEqualTo(SourceState.ENDED);
        assertThat(status("one").stateReason()).contains("410");
        assertThat(register.check("one")).isInstanceOf(Result.Refused.class);

        register.resume("one");

        assertThat(take().kind()).isEqualTo(Kind.LISTING);
        assertThat(status("one").stateReason()).isNull();
    }

    @Test
    void aCheckMakesASourceDueWithinItsHostsManners() {
        register.list(List.of(ONE));
        giveBack(take(), new Verdict.Again(Duration.ofDays(1), null), PAUSE);

        assertThat(register.check("one")).isEqualTo(DONE);

        assertThat(taken()).as("within the pause").isNull();
        clock.advance(PAUSE);
        assertThat(take().kind()).isEqualTo(Kind.LISTING);
    }

    @Test
    void commandsToNobodyAreRefused() {
        for (Result result : List.of(
                register.pause("nobody"),
                register.resume("nobody"),
                register.remove("nobody"),
                register.check("nobody"))) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Result.Refused.class,
                            refused -> assertThat(refused.reason()).contains("'nobody'"));
        }
    }

    /// F13: a 301 moves the source.
    @Test
    void aSourceStaysWhereItWasMovedToUntilTheListGivesItAnotherAddress() {
        register.list(List.of(ONE));
        sources.answered(ONE, "\"7\"", null, 0);
        Turn turn = take();

        register.move(ONE, URI.create("https://new.example/feed"));
        giveBack(turn, new Verdict.Again(Duration.ofMinutes(5), null), PAUSE);
        register.list(List.of(ONE));

        clock.advance(Duration.ofMinutes(5));
        Turn next = take();
        assertThat(next.url()).hasToString("https://new.example/feed");
        assertThat(next.etag()).as("of the old address").isNull();
        assertThat(status("one").movedFrom()).isEqualTo(ONE.feed());

        register.list(List.of(source("one", "https://third.example/feed")));

        assertThat(status("one").feed()).hasToString("https://third.example/feed");
        assertThat(status("one").movedFrom()).isNull();
    }

    @Test
    void aSiteBecomesWhatWasFoundThere() {
        var site = new Source("site", "Site", null, URI.create("https://site.example/"), SourceKind.SITE, null, false);
        register.add(site);
        candidates.put(
                site,
                List.of(
                        new Candidates.Candidate(SourceKind.FEED, URI.create("https://site.example/feed")),
                        new Candidates.Candidate(SourceKind.PAGE, URI.create("https://site.example/"))));
        candidates.drop(site);
        assertThat(candidates.current(site))
                .isEqualTo(new Candidates.Candidate(SourceKind.PAGE, URI.create("https://site.example/")));

        register.settle(site, SourceKind.SITEMAP, URI.create("https://site.example/news.xml"));

        assertThat(candidates.current(site)).isNull();
        assertThat(status("site").kind()).isEqualTo(SourceKind.SITEMAP);
        assertThat(status("site").feed()).hasToString("https://site.example/news.xml");
        assertThat(status("site").home()).hasToString("https://site.example/");
        assertThat(status("site").unverifiedCertificate()).isTrue();
        assertThat(take().source().verifyCertificate()).isFalse();
    }

    /// F14: many commands at once neither block each other for ever nor add twice.
    @Test
    void manyCommandsAtOnceAreAllFollowed() throws Exception {
        List<Result> results = together(8, worker -> () -> {
            Result last = DONE;
            for (int i = 0; i < 20; i++) {
                last = register.add(source("s" + i, "https://s" + i % 3 + ".example/" + i));
                register.check("s" + i);
                register.pause("s" + (i + worker) % 20);
                register.resume("s" + i);
            }
            return last;
        });

        assertThat(results).containsOnly(DONE);
        assertThat(sources.all()).hasSize(20);
    }

    @Test
    void takesAHundredThousandSourcesAndNoMoreButReadsAKnownOneAgain() {
        register.add(ONE);
        fillUpTo(100_000);

        assertThat(register.add(TWO))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.reason()).contains("100000 sources"));
        assertThat(sources.one(TWO.id())).isNull();

        register.remove(ONE.id());
        assertThat(register.add(ONE)).isEqualTo(DONE);
        assertThat(status("one").state()).isEqualTo(SourceState.ACTIVE);
    }

    /// Doubles the one source that there is, again and again.
    private void fillUpTo(int most) {
        new Transactions(database).run("filling", connection -> {
            char mark = 'a';
            for (int there = 1; there < most; there *= 2) {
                Transactions.update(
                        connection,
                        "insert into source (id, name, feed, given_address, added, grace_until) select id || '-" + mark
                                + "', name, feed || '-" + mark + "', given_address || '-" + mark++
                                + "', added, grace_until from source limit "
                                + (most - there));
            }
            return null;
        });
    }
}
