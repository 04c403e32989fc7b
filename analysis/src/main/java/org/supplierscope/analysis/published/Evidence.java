package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

/// A sentence on which a stance rests.
///
/// @param sentence word for word from the article's title or text
/// @param side which way it points: PRECISION or BREADTH, never MIXED or NONE
/// @param cue the words in it that point there, as they stand in the sentence
public record Evidence(String sentence, Stance side, String cue) {

    /// Checks that everything is there, and the side.
    public Evidence {
        requireNonNull(sentence, "sentence");
        requireNonNull(side, "side");
        requireNonNull(cue, "cue");
        if (side == Stance.MIXED || side == Stance.NONE) {
            throw new IllegalArgumentException(
                    "one sentence's evidence points to PRECISION or BREADTH, not to " + side);
        }
    }
}
