package org.supplierscope.analysis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.ShiftEvidence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.TimelineMonth;
import org.supplierscope.analysis.published.TimelineTurn;

class StrategyWatchTest {

    private static final long SEED = 20_261_123;

    private final StrategyWatch watch = new StrategyWatch(Reports.SUBJECT, ShiftRule.STANDARD);

    private List<StrategyShift> takes(List<Report> reports) {
        List<StrategyShift> told = new ArrayList<>();
        reports.forEach(report -> told.addAll(watch.take(report)));
        return told;
    }

    private StrategyShift turnsFromPrecisionToBreadthIn2019() {
        takes(Reports.monthly("p", "2018-01", 12, Stance.PRECISION));
        List<StrategyShift> told = takes(Reports.monthly("b", "2019-01", 12, Stance.BREADTH));
        assertThat(told).hasSize(1);
        return told.getFirst();
    }

    @Test
    void tellsAShiftOnceWithTheEvidenceOfBothSides() {
        StrategyShift shift = turnsFromPrecisionToBreadthIn2019();

        assertThat(shift.id()).isEqualTo("hoya:breadth:2019-01");
        assertThat(shift.from()).isEqualTo(Stance.PRECISION);
        assertThat(shift.to()).isEqualTo(Stance.BREADTH);
        assertThat(shift.at()).isEqualTo(Reports.day("2019-01-10"));
        assertThat(shift.revoked()).isFalse();
        assertThat(shift.before()).extracting(ShiftEvidence::article).containsExactly("p8", "p9", "p10", "p11");
        assertThat(shift.after())
                .hasSize(shift.stories())
                .allSatisfy(evidence -> assertThat(evidence.side()).isEqualTo(Stance.BREADTH));
        assertThat(shift.after().getFirst().sentence()).isEqualTo("Sentence of b0.");
    }

    @Test
    void tellsNothingAgainWhenEverythingIsReplayed() {
        turnsFromPrecisionToBreadthIn2019();

        List<StrategyShift> again = takes(Reports.monthly("p", "2018-01", 12, Stance.PRECISION));
        again.addAll(takes(Reports.monthly("b", "2019-01", 12, Stance.BREADTH)));

        assertThat(again).isEmpty();
    }

    @Test
    void tellsNothingAgainWhenItIsTakenUpWhereAnotherStopped() {
        turnsFromPrecisionToBreadthIn2019();
        List<Report> reports = Reports.monthly("p", "2018-01", 12, Stance.PRECISION);
        reports.addAll(Reports.monthly("b", "2019-01", 12, Stance.BREADTH));

        var other = new StrategyWatch(Reports.SUBJECT, ShiftRule.STANDARD, reports, watch.known());

        assertThat(other.take(Reports.of("b12", "2020-01-10", Stance.BREADTH))).isEmpty();
        assertThat(other.known()).isEqualTo(watch.known());
    }

    @Test
    void tellsTheWayBackAsAShiftOfItsOwn() {
        turnsFromPrecisionToBreadthIn2019();

        List<StrategyShift> told = takes(Reports.monthly("r", "2020-01", 14, Stance.PRECISION));

        assertThat(told).extracting(StrategyShift::id).containsExactly("hoya:precision:2020-01");
    }

    @Test
    void countsAStoryOnceHoweverManyCopiesThereAre() {
        takes(Reports.monthly("p", "2018-01", 12, Stance.PRECISION));
        List<Report> copies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            copies.add(Reports.of("c" + i, "release", "source " + i, "2019-01-10", "2019-01-11", Stance.BREADTH));
        }

        assertThat(takes(copies)).isEmpty();
        assertThat(watch.timeline().months().getLast().stories()).isEqualTo(1);
    }

    @Test
    void putsALateArticleInItsPlaceAndTellsTheShiftOnce() {
        takes(Reports.monthly("p", "2018-01", 12, Stance.PRECISION));
        List<Report> breadth = Reports.monthly("b", "2019-01", 12, Stance.BREADTH);
        Report late = Reports.seen(breadth.remove(1), "2019-03-08");

        List<StrategyShift> told = takes(breadth.subList(0, 1));
        told.addAll(watch.take(late));
        told.addAll(takes(breadth.subList(1, breadth.size())));

        assertThat(told).extracting(StrategyShift::id).containsExactly("hoya:breadth:2019-01");
    }

    @Test
    void movesTheTimelineForOldNewsAndTellsNoShift() {
        List<Report> old = Reports.monthly("p", "2018-01", 12, Stance.PRECISION);
        old.addAll(Reports.monthly("b", "2019-01", 12, Stance.BREADTH));

        List<StrategyShift> told =
                takes(old.stream().map(each -> Reports.seen(each, "2026-03-05")).toList());
        told.addAll(takes(List.of(Reports.of("new", "2026-03-06", Stance.BREADTH))));

        assertThat(told).isEmpty();
        assertThat(watch.timeline().turns())
                .extracting(TimelineTurn::shift, TimelineTurn::told)
                .containsExactly(tuple("hoya:breadth:2019-01", false));
    }

    @Test
    void tellsAShiftOnceThoughTheStoriesBeforeItAreFoundLast() {
        List<Report> newestFirst = Reports.monthly("p", "2018-01", 12, Stance.PRECISION);
        newestFirst.addAll(Reports.monthly("b", "2019-01", 5, Stance.BREADTH));
        Collections.reverse(newestFirst);

        List<StrategyShift> told = takes(newestFirst.stream()
                .map(each -> Reports.seen(each, "2019-05-12"))
                .toList());
        told.addAll(takes(List.of(Reports.of("b5", "2019-06-10", Stance.BREADTH))));

        assertThat(told).extracting(StrategyShift::id).containsExactly("hoya:breadth:2019-01");
        assertThat(watch.timeline().turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.told()).isTrue());
    }

    @Test
    void tellsNoShiftAcrossAGapThatAnArchiveHasNotFilledYet() {
        takes(Reports.monthly("b", "2019-01", 5, Stance.BREADTH));
        List<Report> archive = Reports.monthly("p", "2010-01", 12, Stance.PRECISION);
        archive.addAll(Reports.monthly("o", "2011-01", 90, Stance.BREADTH));

        List<StrategyShift> told = takes(
                archive.stream().map(each -> Reports.seen(each, "2019-05-12")).toList());

        assertThat(told).isEmpty();
        assertThat(watch.timeline().turns()).extracting(TimelineTurn::shift).containsExactly("hoya:breadth:2011-01");
    }

    @Test
    void tellsNoShiftAfterALongSilenceThatOldNewsShowsUntilFreshNewsBearsItOut() {
        takes(Reports.monthly("b", "2019-01", 3, Stance.BREADTH));

        List<StrategyShift> tipped = takes(Reports.monthly("p", "2016-01", 24, Stance.PRECISION).stream()
                .map(each -> Reports.seen(each, "2019-03-11"))
                .toList());
        List<StrategyShift> borneOut = takes(List.of(Reports.of("b3", "2019-03-20", Stance.BREADTH)));

        assertThat(tipped).isEmpty();
        assertThat(borneOut).extracting(StrategyShift::id).containsExactly("hoya:breadth:2019-01");
    }

    @Test
    void tipsNoShiftByAnArticleWithoutADate() {
        takes(Reports.monthly("p", "2018-01", 12, Stance.PRECISION));
        List<StrategyShift> told = new ArrayList<>();
        for (Report report : Reports.monthly("b", "2019-01", 12, Stance.BREADTH)) {
            told.addAll(watch.take(new Report(
                    report.article(),
                    report.story(),
                    report.source(),
                    report.published(),
                    report.seen(),
                    false,
                    report.stance(),
                    report.confidence(),
                    report.sentence(),
                    report.url())));
        }

        assertThat(told).isEmpty();
        assertThat(watch.timeline().months()).hasSize(24);
    }

    @Test
    void takesAShiftBackWhenCorrectionsTakeItsEvidenceAway() {
        StrategyShift shift = turnsFromPrecisionToBreadthIn2019();

        List<StrategyShift> told = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            told.addAll(
                    watch.take(Reports.of("b" + i, "2019-" + String.format("%02d", i + 1) + "-10", Stance.PRECISION)));
        }

        assertThat(told).containsExactly(shift.revokedFor(ShiftLedger.EVIDENCE_CHANGED));
        assertThat(watch.timeline().turns()).isEmpty();
    }

    @Test
    void takesAShiftBackWhenItsArticlesAreDeletedAndGivesItBackWhenTheyReturn() {
        StrategyShift shift = turnsFromPrecisionToBreadthIn2019();
        List<StrategyShift> told = new ArrayList<>();

        for (int i = 0; i < 12; i++) {
            told.addAll(watch.withdraw("b" + i));
        }
        told.addAll(takes(Reports.monthly("b", "2019-01", 12, Stance.BREADTH)));

        assertThat(told).containsExactly(shift.revokedFor(ShiftLedger.EVIDENCE_CHANGED), shift);
    }

    @Test
    void keepsAShiftWhenOneOfManyStoriesIsCorrected() {
        turnsFromPrecisionToBreadthIn2019();

        assertThat(watch.take(Reports.of("b0", "2019-01-10", Stance.MIXED))).isEmpty();
        assertThat(watch.withdraw("b3")).isEmpty();
        assertThat(watch.withdraw("unknown")).isEmpty();
    }

    @Test
    void takesBackAShiftThatOlderNewsShowsToBeNone() {
        List<StrategyShift> told = takes(Reports.monthly("p", "2010-01", 3, Stance.PRECISION));
        told.addAll(takes(Reports.monthly("b", "2019-01", 4, Stance.BREADTH)));
        assertThat(told).hasSize(1);

        List<StrategyShift> after = takes(Reports.monthly("o", "2011-01", 36, Stance.BREADTH).stream()
                .map(each -> Reports.seen(each, "2019-04-11"))
                .toList());

        assertThat(after).hasSize(1);
        assertThat(after.getFirst().revoked()).isTrue();
        assertThat(watch.timeline().turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.at()).isBefore(Reports.day("2011-06-01")))
                .satisfies(turn -> assertThat(turn.told()).isFalse());
    }

    @Test
    void endsWithTheSameTimelineWhateverTheOrderOfArrival() {
        var random = new Random(SEED);
        List<Report> reports = Reports.stream(random, 12, 12, 0.8, 6);
        takes(reports);
        List<TimelineMonth> months = watch.timeline().months();

        Collections.shuffle(reports, random);
        var other = new StrategyWatch(Reports.SUBJECT, ShiftRule.STANDARD);
        reports.forEach(other::take);

        assertThat(other.timeline().months()).as("seed %d", SEED).isEqualTo(months);
    }

    @Test
    void narrowsTheIntervalWithStoriesAndWidensItInSilence() {
        watch.take(Reports.of("first", "2017-12-10", Stance.PRECISION));
        double lone = width(watch.timeline().months().getLast());
        takes(Reports.monthly("p", "2018-01", 12, Stance.PRECISION));
        double many = width(watch.timeline().months().getLast());
        watch.take(Reports.of("later", "2024-12-10", Stance.MIXED));

        List<TimelineMonth> months = watch.timeline().months();

        assertThat(months).hasSize(85);
        assertThat(months.get(12).balance()).isGreaterThan(0.5);
        assertThat(many).isLessThan(lone);
        assertThat(width(months.get(83))).isGreaterThan(width(months.get(12)));
        assertThat(months.get(83).stories()).isZero();
    }

    @Test
    void remembersTheCourseOfASupplierOfWhomLittleIsToldForYears() {
        takes(List.of(
                Reports.of("a", "2015-03-01", Stance.PRECISION),
                Reports.of("b", "2015-11-01", Stance.PRECISION),
                Reports.of("c", "2016-10-01", Stance.PRECISION),
                Reports.of("d", "2017-06-01", Stance.PRECISION),
                Reports.of("e", "2018-05-01", Stance.PRECISION),
                Reports.of("f", "2019-02-01", Stance.PRECISION)));

        assertThat(watch.timeline().months())
                .hasSize(48)
                .allSatisfy(month -> assertThat(month.low()).isPositive());
    }

    @Test
    void showsACourseFromItsFirstStoriesOnWhenLaterOnesBearItOut() {
        takes(Reports.monthly("p", "2018-01", 12, Stance.PRECISION));
        takes(Reports.monthly("b", "2019-01", 12, Stance.BREADTH));

        List<TimelineMonth> months = watch.timeline().months();

        assertThat(months.subList(0, 11))
                .allSatisfy(month -> assertThat(month.low()).isPositive());
        assertThat(months.get(11).balance()).isPositive();
        assertThat(months.get(12).balance()).isNegative();
        assertThat(months.subList(13, 24))
                .allSatisfy(month -> assertThat(month.high()).isNegative());
    }

    @Test
    void showsStoriesThatPointToBothSidesAsNeither() {
        takes(Reports.monthly("m", "2018-01", 24, Stance.MIXED));

        TimelineMonth last = watch.timeline().months().getLast();

        assertThat(last.balance()).isZero();
        assertThat(width(last)).isLessThan(1);
    }

    private static double width(TimelineMonth month) {
        return month.high() - month.low();
    }

    @Test
    void keepsATimelineOfAtMostFifteenYears() {
        watch.take(Reports.of("old", "1700-01-01", Stance.BREADTH));
        watch.take(Reports.of("new", "2020-01-01", Stance.PRECISION));

        assertThat(watch.timeline().months()).hasSize(180);
        assertThat(watch.timeline().months().getLast().balance()).isPositive();
    }

    @Test
    void survivesTheEndsOfTime() {
        for (String date : List.of("-999999999-01-01", "+999999999-12-31", "1970-01-01")) {
            watch.take(Reports.of(date, date, Stance.BREADTH));
            assertThat(watch.timeline().months()).hasSizeBetween(1, 180);
        }
    }

    @Test
    void forgetsTheOldestBeyondItsMeasureAndKeepsWhatIsOnRecord() {
        turnsFromPrecisionToBreadthIn2019();
        Instant begin = Reports.day("2021-01-01");
        List<StrategyShift> told = new ArrayList<>();
        for (int i = 0; i < StrategyWatch.KEPT + 50; i++) {
            Instant time = begin.plusSeconds(3_600L * i);
            told.addAll(watch.take(
                    new Report("n" + i, "n" + i, "source " + i, time, time, true, Stance.BREADTH, 0.8, null, null)));
            watch.surplus().ifPresent(article -> told.addAll(watch.withdraw(article)));
        }

        assertThat(told).isEmpty();
        assertThat(watch.surplus()).isEmpty();
        assertThat(watch.known()).hasSize(1);
    }
}
