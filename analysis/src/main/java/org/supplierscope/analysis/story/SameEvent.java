package org.supplierscope.analysis.story;

import java.util.Arrays;

/// How likely two articles tell of one event, by their gists.
///
/// The cosines of all terms, and of names, words, numbers, times and first words alone, enter a
/// logistic function by their square roots (a cosine grows with the square of what two texts have
/// in common), with the texts' lengths and the days between them; see [EventWeights].
final class SameEvent {

    /// How much more than words names, numbers and times count among all terms.
    private static final double EMPHASIS = 1.5;

    private static final int KINDS = 4;
    private static final int WORD = Wording.Kind.WORD.code();
    private static final int NAME = Wording.Kind.NAME.code();
    private static final int NUMBER = Wording.Kind.NUMBER.code();
    private static final int TIME = Wording.Kind.TIME.code();

    private final EventWeights weights;
    private final Gist one;
    private final Lengths here;

    /// @param weights of the traits
    /// @param one is compared with many
    SameEvent(EventWeights weights, Gist one) {
        this.weights = weights;
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
        double[] traits = traits(other, daysApart);
        return traits.length == 0 ? 0 : weights.likelihood(traits);
    }

    /// In the order of [EventWeights.Trait]; none when the two have no term in common.
    ///
    /// @param daysApart between the two publications; 0 when unknown
    double[] traits(Gist other, double daysApart) {
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
            return new double[0];
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
        return new double[] {
            likeness,
            nameless ? likeness : roots[NAME],
            roots[WORD],
            roots[NUMBER],
            roots[TIME],
            first,
            Math.log1p(Math.min(one.length(), other.length())),
            Math.log1p(Math.max(one.length(), other.length())),
            Math.log1p(daysApart),
            1
        };
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
