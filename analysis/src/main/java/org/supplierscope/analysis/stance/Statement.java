package org.supplierscope.analysis.stance;

import org.supplierscope.analysis.published.Stance;

/// A cue that was given to somebody.
///
/// @param side PRECISION or BREADTH
/// @param weight from 0 to 1
/// @param sentence index of the sentence in the passage
/// @param clause number of the clause in the sentence
/// @param flags the [Mood] flags of its words
/// @param cue the words, as they stand in the sentence
record Statement(Stance side, double weight, int sentence, int clause, int flags, String cue) {

    boolean is(int flag) {
        return (flags & flag) != 0;
    }
}
