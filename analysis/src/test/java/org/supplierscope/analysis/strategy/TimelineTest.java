package org.supplierscope.analysis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.TimelineMonth;

/// How often the timeline names a course where the truth is known, and how often the right one.
class TimelineTest {

    private static final long SEED = 20_261_123;
    private static final int STREAMS = 100;
    private static final int YEARS = 12;
    private static final Instant BEGIN = Reports.day("2010-01-01");
    private static final double YEAR_SECONDS = 31_557_600;

    /// A stream of stories, of which 15 in a hundred point to both sides, and the changes of course
    /// in it, one in eight years.
    private static final class Stream {

        private final CourseTrack track = new CourseTrack(ShiftRule.STANDARD);
        private final double[] changes;
        private final boolean preciseFirst;

        Stream(Random random, double perYear) {
            changes = times(random, 1.0 / 8);
            preciseFirst = random.nextBoolean();
            double sharpness = 0.65 + 0.25 * random.nextDouble();
            int number = 0;
            for (double at : times(random, perYear)) {
                Stance told = isPrecise(at) == random.nextDouble() < sharpness ? Stance.PRECISION : Stance.BREADTH;
                String id = "a" + number++;
                Instant published = BEGIN.plusSeconds(Math.round(at * YEAR_SECONDS));
                track.add(ToldStory.of(List.of(new Report(
                        id,
                        id,
                        "source of " + id,
                        published,
                        published,
                        true,
                        random.nextDouble() < 0.15 ? Stance.MIXED : told,
                        0.8,
                        null,
                        null))));
            }
        }

        boolean isPrecise(double at) {
            long turns = DoubleStream.of(changes).filter(change -> change < at).count();
            return preciseFirst == (turns % 2 == 0);
        }

        private static double[] times(Random random, double perYear) {
            return DoubleStream.iterate(wait(random, perYear), at -> at < YEARS, at -> at + wait(random, perYear))
                    .toArray();
        }

        private static double wait(Random random, double perYear) {
            return -Math.log(1 - random.nextDouble()) / perYear;
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0.25", "4, 0.4", "8, 0.6", "20, 0.8", "60, 0.9"})
    void namesTheCourseAlsoOfSuppliersOfWhomLittleIsTold(double perYear, double share) {
        var random = new Random(SEED);
        int all = 0;
        int named = 0;
        int wrong = 0;
        for (int i = 0; i < STREAMS; i++) {
            var stream = new Stream(random, perYear);
            for (TimelineMonth month : Timeline.months(stream.track)) {
                Instant middle = Reports.day(month.month() + "-15");
                boolean precise = stream.isPrecise((middle.getEpochSecond() - BEGIN.getEpochSecond()) / YEAR_SECONDS);
                boolean toPrecise = month.low() > 0;
                boolean toBroad = month.high() < 0;
                all++;
                named += toPrecise || toBroad ? 1 : 0;
                wrong += precise ? toBroad ? 1 : 0 : toPrecise ? 1 : 0;
            }
        }
        System.out.printf(
                "%.0f stories a year: course named in %.1f of 100 months, of which %.1f of 100 wrong, seed %d%n",
                perYear, 100.0 * named / all, 100.0 * wrong / named, SEED);

        assertThat((double) named / all).as("named").isGreaterThan(share);
        assertThat((double) wrong / named).as("wrong").isLessThan(0.03);
    }

    @Test
    void isEmptyWithoutStories() {
        assertThat(Timeline.months(new CourseTrack(ShiftRule.STANDARD))).isEmpty();
    }
}
