package org.supplierscope.analysis.stance;

import java.util.Arrays;
import java.util.List;

/// A set of word classes, as bits. Immutable.
///
/// @param low the first 64 classes
/// @param high the others
record WordClasses(long low, long high) {

    static final WordClasses NONE = new WordClasses(0, 0);

    static WordClasses of(WordClass... classes) {
        WordClasses result = NONE;
        for (WordClass each : classes) {
            result = result.with(each);
        }
        return result;
    }

    @SuppressWarnings("EnumOrdinal") // a bit for each class, within one run of the program only
    WordClasses with(WordClass each) {
        if (each == WordClass.PLAIN) {
            return this;
        }
        int bit = each.ordinal();
        return bit < Long.SIZE
                ? new WordClasses(low | (1L << bit), high)
                : new WordClasses(low, high | (1L << (bit - Long.SIZE)));
    }

    WordClasses and(WordClasses other) {
        return new WordClasses(low | other.low, high | other.high);
    }

    @SuppressWarnings("EnumOrdinal") // as above
    boolean has(WordClass each) {
        int bit = each.ordinal();
        return bit < Long.SIZE ? (low & (1L << bit)) != 0 : (high & (1L << (bit - Long.SIZE))) != 0;
    }

    boolean meets(WordClasses other) {
        return (low & other.low) != 0 || (high & other.high) != 0;
    }

    /// The classes, in the order of their declaration.
    List<WordClass> all() {
        return isEmpty()
                ? List.of()
                : Arrays.stream(WordClass.values()).filter(this::has).toList();
    }

    boolean isEmpty() {
        return low == 0 && high == 0;
    }
}
