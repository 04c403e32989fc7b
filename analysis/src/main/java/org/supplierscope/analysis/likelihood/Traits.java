package org.supplierscope.analysis.likelihood;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What a sentence shows of one supplier, as a sparse vector: names of traits, hashed, with a
/// value each.
///
/// Hashing (Weinberger et al., ICML 2009) keeps the model free of a word list. The training texts
/// show some 820,000 traits; at 2²² places about one in six shares its place with another, which
/// costs .003 of macro-F1 in cross-validation against 2²⁴, at a quarter of the memory.
///
/// Immutable.
public final class Traits {

    /// Number of places; a power of two.
    static final int PLACES = 1 << 22;

    private final int[] places;
    private final float[] values;

    private Traits(int[] places, float[] values) {
        this.places = places;
        this.values = values;
    }

    /// Collects the traits of one sentence. For one thread.
    public static final class Builder {

        private final Map<Integer, Float> traits = new TreeMap<>();

        /// Adds a trait; the same trait again changes nothing.
        ///
        /// @param name its name; never shown
        /// @param value finite
        public void add(String name, double value) {
            traits.putIfAbsent(place(name), (float) value);
        }

        /// Adds to a trait's value.
        public void raise(String name, double value) {
            traits.merge(place(name), (float) value, Float::sum);
        }

        /// The traits so far.
        ///
        /// @param length all values are brought to this Euclidean length, so that long sentences
        /// shout no louder than short ones
        public Traits scaled(double length) {
            double sum = traits.values().stream()
                    .mapToDouble(each -> (double) each * each)
                    .sum();
            double factor = sum == 0 ? 0 : length / Math.sqrt(sum);
            int[] places = new int[traits.size()];
            float[] values = new float[traits.size()];
            int i = 0;
            for (Map.Entry<Integer, Float> each : traits.entrySet()) {
                places[i] = each.getKey();
                values[i] = (float) (each.getValue() * factor);
                i++;
            }
            return new Traits(places, values);
        }

        /// FNV-1a over the characters, mixed once more (the last step of MurmurHash3), since its
        /// low bits are weak.
        private static int place(String name) {
            int hash = 0x811c9dc5;
            for (int i = 0; i < name.length(); i++) {
                hash = (hash ^ name.charAt(i)) * 0x01000193;
            }
            hash ^= hash >>> 16;
            hash *= 0x85ebca6b;
            hash ^= hash >>> 13;
            return hash & (PLACES - 1);
        }
    }

    /// These and others; places of both keep the sum.
    public Traits with(Traits others) {
        int[] allPlaces = new int[places.length + others.places.length];
        float[] allValues = new float[allPlaces.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < places.length || j < others.places.length) {
            boolean mine = j >= others.places.length || (i < places.length && places[i] <= others.places[j]);
            boolean theirs = i >= places.length || (j < others.places.length && others.places[j] <= places[i]);
            allPlaces[size] = mine ? places[i] : others.places[j];
            allValues[size] = (mine ? values[i] : 0) + (theirs ? others.values[j] : 0);
            size++;
            i += mine ? 1 : 0;
            j += theirs ? 1 : 0;
        }
        return new Traits(Arrays.copyOf(allPlaces, size), Arrays.copyOf(allValues, size));
    }

    int size() {
        return places.length;
    }

    /// Ascending.
    int place(int i) {
        return places[i];
    }

    float value(int i) {
        return values[i];
    }
}
