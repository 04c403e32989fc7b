package org.supplierscope.analysis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.published.Stance;

class CourseTrackTest {

    private static final long SEED = 20_261_123;

    private static List<Turn> turns(List<Report> reports) {
        var track = new CourseTrack(ShiftRule.STANDARD);
        reports.forEach(report -> track.add(ToldStory.of(List.of(report))));
        return track.turns();
    }

    private static List<Report> both(List<Report> one, List<Report> other) {
        List<Report> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    @Test
    void datesAChangeByTheFirstStoryOfTheNewCourse() {
        List<Turn> turns = turns(both(
                Reports.monthly("p", "2018-01", 12, Stance.PRECISION),
                Reports.monthly("b", "2019-01", 12, Stance.BREADTH)));

        assertThat(turns).hasSize(1);
        Turn turn = turns.getFirst();
        assertThat(turn.from()).isEqualTo(Stance.PRECISION);
        assertThat(turn.to()).isEqualTo(Stance.BREADTH);
        assertThat(turn.at()).isEqualTo(Reports.day("2019-01-10"));
        assertThat(turn.detected()).isBetween(Reports.day("2019-03-10"), Reports.day("2019-06-10"));
        assertThat(turn.stories()).isEqualTo(turn.raised() - turn.first() + 1);
        assertThat(turn.confidence()).isBetween(0.5, 1.0);
    }

    @Test
    void seesNoChangeInASingleStoryOfTheOtherSide() {
        List<Report> reports = Reports.monthly("p", "2018-01", 24, Stance.PRECISION);
        reports.set(12, Reports.of("b", "2019-01-10", Stance.BREADTH));

        assertThat(turns(reports)).isEmpty();
    }

    @Test
    void seesNoChangeInStoriesThatPointToNeitherSide() {
        assertThat(turns(both(
                        Reports.monthly("p", "2018-01", 12, Stance.PRECISION),
                        Reports.monthly("m", "2019-01", 60, Stance.MIXED))))
                .isEmpty();
    }

    @Test
    void takesBackAChangeThatLaterStoriesDoNotBearOut() {
        List<Turn> turns = turns(both(
                both(
                        Reports.monthly("p", "2017-01", 14, Stance.PRECISION),
                        Reports.monthly("b", "2018-03", 4, Stance.BREADTH)),
                Reports.monthly("q", "2018-07", 12, Stance.PRECISION)));

        assertThat(turns).isNotEmpty();
        assertThat(turns.stream().filter(Turn::stands).toList())
                .as("either taken back, or a turn and a return")
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void countsARunOfOneSourceForLessThanTheSameStoriesOfMany() {
        List<Report> before = Reports.monthly("p", "2018-01", 12, Stance.PRECISION);
        List<Report> many = new ArrayList<>(before);
        List<Report> one = new ArrayList<>(before);
        for (int i = 0; i < 6; i++) {
            String date = "2019-01-1" + i;
            many.add(Reports.of("b" + i, "b" + i, "source " + i, date, date, Stance.BREADTH));
            one.add(Reports.of("b" + i, "b" + i, "the source", date, date, Stance.BREADTH));
        }

        assertThat(turns(many)).hasSize(1);
        assertThat(turns(one)).isEmpty();
    }

    @Test
    void showsTheSameWhateverTheOrderOfArrival() {
        var random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            List<Report> reports = Reports.stream(random, 12, 2 * Math.pow(50, random.nextDouble()), 0.75, 6);
            List<Turn> inOrder = turns(reports);
            Collections.shuffle(reports, random);
            var track = new CourseTrack(ShiftRule.STANDARD);
            for (Report report : reports) {
                track.add(ToldStory.of(List.of(report)));
                if (random.nextInt(10) == 0) {
                    track.turns();
                }
            }

            assertThat(track.turns()).as("seed %d, round %d", SEED, round).isEqualTo(inOrder);
        }
    }

    @Test
    void forgetsAStoryThatIsTakenOut() {
        var random = new Random(SEED);
        List<Report> reports = Reports.stream(random, 12, 20, 0.8, 6);
        var track = new CourseTrack(ShiftRule.STANDARD);
        reports.forEach(report -> track.add(ToldStory.of(List.of(report))));
        track.turns();

        List<Report> left = new ArrayList<>();
        for (Report report : reports) {
            if (random.nextBoolean()) {
                track.remove(ToldStory.of(List.of(report)));
            } else {
                left.add(report);
            }
        }

        assertThat(track.turns()).as("seed %d", SEED).isEqualTo(turns(left));
    }

    @Test
    void raisesFewerFalseAlarmsThanItsRuleStates() {
        var random = new Random(SEED);
        int alarms = 0;
        int years = 0;
        for (int stream = 0; stream < 200; stream++) {
            double perYear = 2 * Math.pow(100, random.nextDouble());
            double sharpness = 0.65 + 0.25 * random.nextDouble();
            years += 12;
            alarms += turns(Reports.stream(random, 12, perYear, sharpness, Double.POSITIVE_INFINITY))
                    .size();
        }

        assertThat((double) alarms / years)
                .as("%d alarms in %d years, seed %d", alarms, years, SEED)
                .isLessThan(ShiftRule.STANDARD.falseAlarmsPerYear());
    }

    @Test
    void findsNearlyEveryChangeToTheRightSide() {
        var random = new Random(SEED);
        int found = 0;
        for (int stream = 0; stream < 100; stream++) {
            double perYear = 2 * Math.pow(100, random.nextDouble());
            double change = 4 + 4 * random.nextDouble();
            List<Turn> turns = turns(Reports.stream(random, 12, perYear, 0.65 + 0.25 * random.nextDouble(), change));
            var changed = Reports.day("2010-01-01").plusSeconds(Math.round(change * 31_557_600));
            found += turns.stream()
                            .anyMatch(turn -> turn.to() == Stance.BREADTH
                                    && !turn.detected().isBefore(changed))
                    ? 1
                    : 0;
        }

        assertThat(found).as("of 100, seed %d", SEED).isGreaterThanOrEqualTo(90);
    }

    /// Wald's identity: the log-odds have to rise to the logarithm of stories per false alarm, by the
    /// divergence of both courses a story, beyond it by at most one story, and by half the logarithm of the
    /// stories before for a sharpness that nobody told.
    @ParameterizedTest
    @CsvSource({"0.7,20", "0.8,20", "0.9,20", "0.8,5", "0.8,100"})
    void findsAChangeWithinTheDelayThatItsRuleGives(double sharpness, double perYear) {
        var random = new Random(SEED);
        double step = Math.log(sharpness / (1 - sharpness));
        double needed = Math.log(perYear / ShiftRule.STANDARD.falseAlarmsPerYear()) + step;
        double bound = (needed + Math.log(6 * perYear) / 2) / ((2 * sharpness - 1) * step);
        int found = 0;
        double delay = 0;
        for (int stream = 0; stream < 200; stream++) {
            List<Report> reports = Reports.stream(random, 40, perYear, sharpness, 6);
            Instant changed = Reports.day("2010-01-01").plusSeconds(6 * 31_557_600);
            for (Turn turn : turns(reports)) {
                if (turn.to() == Stance.BREADTH && !turn.detected().isBefore(changed)) {
                    found++;
                    delay += reports.stream()
                            .filter(report -> !report.published().isBefore(changed)
                                    && !report.published().isAfter(turn.detected()))
                            .count();
                    break;
                }
            }
        }

        assertThat(found).as("of 200, seed %d", SEED).isGreaterThan(180);
        assertThat(delay / found).as("stories, seed %d", SEED).isLessThan(bound);
    }
}
