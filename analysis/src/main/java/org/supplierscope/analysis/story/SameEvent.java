package org.supplierscope.analysis.story;

import java.util.Arrays;

/// How likely two articles tell of one event, by their gists.
///
/// The cosines of all terms, and of names, words, numbers, times and first words alone, enter a
/// logistic function by their square roots (a cosine grows with the square of what two texts have
/// in common). Names, numbers and times add to likeness, other words take from it: of two
/// articles that are equally alike, those that share actors, places and figures tell one event,
/// those that share the vocabulary two events of a kind. Long texts share more by chance.
final class SameEvent {

    private static final double ALL = 16;
    private static final double NAMES = 3.5;
    private static final double WORDS = -3.5;
    private static final double NUMBERS = 2;
    private static final double TIMES = 2;
    private static final double FIRST_WORDS = 3.5;
    private static final double SHORTER = -0.25;
    private static final double LONGER = -0.65;
    private static final double FLOOR = -7.3;
    /// Softens the function, so that the mean over a story's articles is not decided by a few.
    private static final double SOFTNESS = 2;
    /// How much more than words names, numbers and times count among all terms.
    private static final double EMPHASIS = 1.5;
    /// News of an event comes within days: each doubling of the days between two articles costs
    /// as much as half the odds. A judgement; the labelled development set has no dates.
    private static final double PER_LOG_DAYS = 1;

    private static final int KINDS = 4;
    private static final int WORD = Wording.Kind.WORD.code();
    private static final int NAME = Wording.Kind.NAME.code();
    private static final int NUMBER = Wording.Kind.NUMBER.code();
    private static final int TIME = Wording.Kind.TIME.code();

    private final Gist one;
    private final Lengths here;

    /// @param one is compared with many
    SameEvent(Gist one) {
        this.one = one;
        this.here = Lengths.of(one);
    }

    /// What a term counts among all.
    static double load(Gist gist, int at) {
        return gist.weight(at) * (gist.kind(at) == WORD ? 1 : EMPHASIS);
    }

    /// From 0 to 1.
    ///
    /// @param daysApart between the two publications; 0 when unknown
    double likelihood(Gist other, double daysApart) {
        double[] dots = new double[KINDS];
        double lead = 0;
        double all = 0;
        for (int i = 0, j = 0; i < one.terms().length && j < other.terms().length; ) {
            int order = Integer.compare(one.terms()[i], other.terms()[j]);
            if (order == 0) {
                all += load(one, i) * load(other, j);
                if (one.kind(i) == other.kind(j)) {
                    dots[one.kind(i)] += one.weight(i) * other.weight(j);
                }
                lead += one.lead(i) * other.lead(j);
                i++;
                j++;
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        if (all == 0) {
            return 0;
        }
        Lengths there = Lengths.of(other);
        double likeness = Math.sqrt(all / (here.all * there.all));
        double[] roots = new double[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            double both = here.kinds[kind] * there.kinds[kind];
            roots[kind] = both == 0 ? 0 : Math.sqrt(dots[kind] / both);
        }
        // Scripts without capitals show no names; then nothing is held against the two.
        boolean nameless = here.kinds[NAME] == 0 || there.kinds[NAME] == 0;
        double first = here.lead * there.lead == 0 ? 0 : Math.sqrt(lead / (here.lead * there.lead));
        double evidence = ALL * likeness
                + NAMES * (nameless ? likeness : roots[NAME])
                + WORDS * roots[WORD]
                + NUMBERS * roots[NUMBER]
                + TIMES * roots[TIME]
                + FIRST_WORDS * first
                + SHORTER * Math.log1p(Math.min(one.length(), other.length()))
                + LONGER * Math.log1p(Math.max(one.length(), other.length()))
                - PER_LOG_DAYS * Math.log1p(daysApart)
                + FLOOR;
        return 1 / (1 + Math.exp(-evidence / SOFTNESS));
    }

    @SuppressWarnings("ArrayRecordComponent") // read once
    private record Lengths(double all, double[] kinds, double lead) {
        static Lengths of(Gist gist) {
            double all = 0;
            double lead = 0;
            double[] kinds = new double[KINDS];
            for (int i = 0; i < gist.terms().length; i++) {
                all += load(gist, i) * load(gist, i);
                lead += gist.lead(i) * gist.lead(i);
                kinds[gist.kind(i)] += gist.weight(i) * gist.weight(i);
            }
            for (int kind = 0; kind < KINDS; kind++) {
                kinds[kind] = Math.sqrt(kinds[kind]);
            }
            return new Lengths(Math.sqrt(all), kinds, Math.sqrt(lead));
        }
    }

    /// Whether two texts give other figures: both have several, and few of those of the one with
    /// fewer stand in the other.
    static boolean figuresDiffer(Gist one, Gist other) {
        Figures here = Figures.of(one, other);
        int fewer = Math.min(here.one, here.other);
        return fewer >= 3 && here.both < 0.6 * fewer;
    }

    private record Figures(int one, int other, int both) {
        static Figures of(Gist one, Gist other) {
            int both = 0;
            for (int i = 0; i < one.terms().length; i++) {
                if (one.kind(i) == NUMBER && Arrays.binarySearch(other.terms(), one.terms()[i]) >= 0) {
                    both++;
                }
            }
            return new Figures(count(one), count(other), both);
        }

        private static int count(Gist gist) {
            int count = 0;
            for (int i = 0; i < gist.terms().length; i++) {
                count += gist.kind(i) == NUMBER ? 1 : 0;
            }
            return count;
        }
    }
}
