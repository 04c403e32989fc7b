package org.supplierscope.analysis.mention;

import java.util.List;
import org.supplierscope.analysis.catalogue.KnownName;

/// Decides whether a name that stands in a text means what the catalogue says it may mean.
sealed interface NameJudge permits CompanyJudge, ThemeJudge {

    /// Whether spelling and neighbours allow the name at all.
    default boolean isSpelled(FoldedText text, int start, int end, KnownName name) {
        return Neighbours.allow(text, start, end, name);
    }

    /// Whether a name that cannot be trusted by itself is meant, by signs in the text.
    ///
    /// @param hits all of the text, in order
    /// @param index of the hit among them
    boolean isMeant(FoldedText text, Hit hit, List<Hit> hits, int index);

    /// Where a mention ends, with what belongs to it behind the name.
    int absorb(FoldedText text, Hit hit);

    /// The mentions, with those joined or renamed that tell of each other.
    List<Mention> tidied(FoldedText text, List<Mention> found);
}
