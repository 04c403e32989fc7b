package org.supplierscope.analysis.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;

/// The stories about a supplier's course in the order in which they were published, and the
/// changes that they show.
///
/// What it shows depends on the stories alone, not on the order in which they arrived: a late one
/// is put in its place, and everything after it is thought over again.
final class CourseTrack {

    /// A newsroom's pieces of one week are mostly about one event.
    private static final Duration RUN = Duration.ofDays(7);

    private static final double YEAR_SECONDS = 365.25 * Duration.ofDays(1).toSeconds();

    /// What was believed after a story.
    ///
    /// @param weight of the story, from 0 to 1
    /// @param belief after it
    /// @param time of the last story that pointed to a side; null when there was none
    /// @param course the course last told; null before the first change
    private record Step(
            double weight,
            Belief belief,
            @Nullable Instant time,
            @Nullable Stance course) {}

    private static final Step START = new Step(0, Belief.first(), null, null);

    private final ShiftRule rule;
    private final List<ToldStory> stories = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    CourseTrack(ShiftRule rule) {
        this.rule = rule;
    }

    /// The stories in order of publication; a view.
    List<ToldStory> stories() {
        return Collections.unmodifiableList(stories);
    }

    /// Adds a story that is not in it yet.
    void add(ToldStory story) {
        int place = -Collections.binarySearch(stories, story) - 1;
        stories.add(place, story);
        forgetFrom(place);
    }

    /// Takes a story out.
    void remove(ToldStory story) {
        int place = Collections.binarySearch(stories, story);
        stories.remove(place);
        forgetFrom(place);
    }

    /// The changes so far, those included that later stories did not bear out; in order, a copy.
    List<Turn> turns() {
        follow();
        return List.copyOf(turns);
    }

    /// As how much of a story the one at a place counts, from 0 to 1.
    double weight(int place) {
        follow();
        return steps.get(place).weight();
    }

    private void follow() {
        for (int place = steps.size(); place < stories.size(); place++) {
            steps.add(step(place));
        }
    }

    private void forgetFrom(int place) {
        if (place < steps.size()) {
            steps.subList(place, steps.size()).clear();
            turns.removeIf(turn -> turn.raised() >= place);
            turns.replaceAll(turn -> turn.dropped() >= place ? turn.droppedAt(-1) : turn);
        }
    }

    private Step step(int place) {
        Step last = place == 0 ? START : steps.get(place - 1);
        ToldStory story = stories.get(place);
        double weight = weigh(place);
        if (ToldStory.sign(story.stance()) == 0) {
            return new Step(weight, last.belief(), last.time(), last.course());
        }
        double years = last.time() == null
                ? 0
                : Duration.between(last.time(), story.published()).toSeconds() / YEAR_SECONDS;
        Belief belief = last.belief().after(years * rule.changesPerYear(), story.stance(), weight);
        Stance course = last.course();
        Stance told = story.stance();
        Stance other = opposite(told);
        if (course != told && rule.tells(belief.became(told))) {
            // The step is not on record yet, but its weight is needed to date the change.
            turns.add(turn(place, told, rule.confidence(belief.became(told)), weight));
            return new Step(weight, belief.anchored(), story.published(), told);
        }
        if (course == other && belief.stayed(told) > rule.dropped()) {
            drop(place);
            return new Step(weight, belief, story.published(), told);
        }
        return new Step(weight, belief, story.published(), course);
    }

    /// A story counts less when its sources have just told others: the second of a week counts
    /// half, the third a third, since they are rarely independent. A reading that is less sure
    /// than a coin counts in proportion; above that the mixture of [Belief] finds out how far
    /// readings are to be trusted.
    private double weigh(int place) {
        ToldStory story = stories.get(place);
        Instant begin = story.published().minus(RUN);
        int fewest = Integer.MAX_VALUE;
        for (String source : story.sources()) {
            int before = 0;
            for (int i = place - 1; i >= 0 && !stories.get(i).published().isBefore(begin); i--) {
                ToldStory earlier = stories.get(i);
                before += ToldStory.sign(earlier.stance()) != 0
                                && earlier.sources().contains(source)
                        ? 1
                        : 0;
            }
            fewest = Math.min(fewest, before);
        }
        return Math.min(1, 2 * story.confidence()) / (1 + fewest);
    }

    /// The change is dated by the story from which on the stories speak most for the new course,
    /// which is the most likely one whatever the sharpness, since both sides are each other's
    /// mirror.
    private Turn turn(int place, Stance to, double confidence, double weight) {
        int begin =
                turns.stream().filter(Turn::stands).mapToInt(Turn::raised).reduce(-1, (earlier, later) -> later) + 1;
        double sum = 0;
        double most = 0;
        int first = place;
        int told = 0;
        int toldSinceFirst = 1;
        for (int i = place; i >= begin; i--) {
            ToldStory story = stories.get(i);
            sum += ToldStory.sign(story.stance())
                    * ToldStory.sign(to)
                    * (i == place ? weight : steps.get(i).weight());
            told += story.stance() == to ? 1 : 0;
            if (sum > most) {
                most = sum;
                first = i;
                toldSinceFirst = told;
            }
        }
        return new Turn(
                opposite(to),
                to,
                first,
                place,
                stories.get(first).published(),
                stories.get(place).published(),
                confidence,
                toldSinceFirst,
                -1);
    }

    private void drop(int place) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).stands()) {
                turns.set(i, turns.get(i).droppedAt(place));
                return;
            }
        }
    }

    private static Stance opposite(Stance side) {
        return side == Stance.PRECISION ? Stance.BREADTH : Stance.PRECISION;
    }
}
