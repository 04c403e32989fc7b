package org.supplierscope.analysis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;

class BeliefTest {

    private static Belief after(Belief begin, Stance told, int times) {
        Belief belief = begin;
        for (int i = 0; i < times; i++) {
            belief = belief.after(0.002, told, 1);
        }
        return belief;
    }

    private static double all(Belief belief) {
        return belief.stayed(Stance.PRECISION)
                + belief.stayed(Stance.BREADTH)
                + belief.became(Stance.PRECISION)
                + belief.became(Stance.BREADTH);
    }

    @Test
    void beginsWithBothCoursesAlike() {
        Belief belief = Belief.first();

        assertThat(belief.stayed(Stance.PRECISION)).isEqualTo(0.5, within(1e-12));
        assertThat(belief.stayed(Stance.BREADTH)).isEqualTo(0.5, within(1e-12));
        assertThat(belief.became(Stance.PRECISION)).isZero();
    }

    @Test
    void sharesAllOfTheProbabilityHoweverManyStoriesThereAre() {
        Belief belief = after(after(Belief.first(), Stance.BREADTH, 5_000), Stance.PRECISION, 5_000);

        assertThat(all(belief)).isEqualTo(1, within(1e-9));
        assertThat(belief.became(Stance.PRECISION)).isGreaterThan(0.99);
    }

    @Test
    void treatsBothSidesAlike() {
        Belief one = after(after(Belief.first(), Stance.BREADTH, 6), Stance.PRECISION, 4);
        Belief other = after(after(Belief.first(), Stance.PRECISION, 6), Stance.BREADTH, 4);

        assertThat(one.became(Stance.PRECISION)).isEqualTo(other.became(Stance.BREADTH), within(1e-12));
        assertThat(one.stayed(Stance.BREADTH)).isEqualTo(other.stayed(Stance.PRECISION), within(1e-12));
    }

    @Test
    void needsMoreStoriesToTurnWhereTheyHaveContradictedEachOther() {
        Belief steady = after(Belief.first(), Stance.PRECISION, 20);
        Belief torn = Belief.first();
        for (int i = 0; i < 20; i++) {
            torn = torn.after(0.002, i % 3 == 2 ? Stance.BREADTH : Stance.PRECISION, 1);
        }

        assertThat(after(steady, Stance.BREADTH, 4).became(Stance.BREADTH))
                .isGreaterThan(after(torn, Stance.BREADTH, 4).became(Stance.BREADTH));
    }

    @Test
    void learnsNothingFromAStoryWithoutWeight() {
        Belief belief = after(Belief.first(), Stance.PRECISION, 3);

        Belief same = belief.after(0, Stance.BREADTH, 0);

        assertThat(same.stayed(Stance.PRECISION)).isEqualTo(belief.stayed(Stance.PRECISION), within(1e-12));
    }

    @Test
    void forgetsTheCourseInAnEndlessSilence() {
        Belief belief = after(Belief.first(), Stance.PRECISION, 10).after(1e6, Stance.PRECISION, 0);

        assertThat(belief.stayed(Stance.PRECISION) + belief.became(Stance.PRECISION))
                .isEqualTo(0.5, within(0.01));
    }
}
