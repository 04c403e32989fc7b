package org.supplierscope.analysis.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// What each trait of a pair of articles counts when it is asked whether they tell of one event:
/// the weights of a logistic function, learned by [StorySchool] from labelled articles of our
/// own.
///
/// @param name for those who ask where it is from: the digest of what it was learned from is part
/// of it
/// @param weights in the order of [Trait]
@SuppressWarnings("ArrayRecordComponent") // read in tight loops; equality is not asked for
public record EventWeights(String name, double[] weights) {

    /// What is seen of two articles, in the order of [SameEvent#traits].
    enum Trait {
        /// Square root of the cosine of all terms; the others likewise of terms of one kind.
        ALL,
        NAMES,
        WORDS,
        NUMBERS,
        TIMES,
        /// Of the first words alone.
        FIRST_WORDS,
        /// ln(1 + words) of the shorter text.
        SHORTER,
        /// ln(1 + words) of the longer text.
        LONGER,
        /// ln(1 + days) between the two; 0 when a date is unknown.
        DAYS,
        /// Always 1.
        ONE
    }

    private static final EventWeights SHIPPED = readShipped();

    /// @throws IllegalArgumentException when there is not one weight for each trait
    public EventWeights {
        if (weights.length != Trait.values().length) {
            throw new IllegalArgumentException(weights.length + " weights for " + Trait.values().length + " traits");
        }
    }

    /// The weights that the program ships.
    public static EventWeights shipped() {
        return SHIPPED;
    }

    /// From 0 to 1.
    ///
    /// @param traits in the order of [Trait]
    double likelihood(double[] traits) {
        double evidence = 0;
        for (int i = 0; i < traits.length; i++) {
            evidence += weights[i] * traits[i];
        }
        return 1 / (1 + Math.exp(-evidence));
    }

    /// How alike two articles are by [Trait#ALL].
    static double likeness(double[] traits) {
        return traits[0];
    }

    /// The same direction, with other odds.
    ///
    /// @param softness below 1 brings likelihoods nearer to one half
    /// @param shift is added to the logarithm of the odds
    EventWeights moved(double softness, double shift) {
        double[] moved = new double[weights.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = softness * weights[i];
        }
        // Trait.ONE is the last.
        moved[moved.length - 1] += shift;
        return new EventWeights(name, moved);
    }

    /// The lines of a file: the name, then each trait, a tab and its weight in three decimals.
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(name));
        for (int i = 0; i < weights.length; i++) {
            lines.add(String.format(Locale.ROOT, "%s\t%.3f", Trait.values()[i], weights[i]));
        }
        return lines;
    }

    /// Reads what [#lines] gave.
    ///
    /// @throws IllegalArgumentException when it is something else
    static EventWeights of(List<String> lines) {
        double[] weights = new double[lines.size() - 1];
        for (int i = 0; i < weights.length; i++) {
            String[] row = lines.get(i + 1).split("\t", 2);
            if (i >= Trait.values().length || !row[0].equals(Trait.values()[i].name())) {
                throw new IllegalArgumentException("no trait in its place: " + row[0]);
            }
            weights[i] = Double.parseDouble(row[1]);
        }
        return new EventWeights(lines.getFirst(), weights);
    }

    private static EventWeights readShipped() {
        String name = "event-weights.tsv";
        try (InputStream in = EventWeights.class.getResourceAsStream(name);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
