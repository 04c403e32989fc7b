package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/// A sentence on which a stance rests.
///
/// @param sentence word for word from the article's title or text
/// @param side which way it points: PRECISION or BREADTH, never MIXED or NONE
/// @param cue the words in it that point there, as they stand in the sentence
/// @param voice who says so; null in records of before this was told
public record Evidence(
        String sentence, Stance side, String cue, @Nullable Voice voice) {

    /// Checks that everything is there, and the side.
    @JsonCreator
    public Evidence {
        requireNonNull(sentence, "sentence");
        requireNonNull(side, "side");
        requireNonNull(cue, "cue");
        if (side == Stance.MIXED || side == Stance.NONE) {
            throw new IllegalArgumentException(
                    "one sentence's evidence points to PRECISION or BREADTH, not to " + side);
        }
    }

    /// Evidence of which it is not told who says so.
    public Evidence(String sentence, Stance side, String cue) {
        this(sentence, side, cue, null);
    }
}
