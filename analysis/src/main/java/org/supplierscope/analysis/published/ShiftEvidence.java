package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sentence on which a shift rests, the strongest of its story.
///
/// @param sentence word for word from the article
/// @param side which way the story points: PRECISION or BREADTH
/// @param article id of the article
/// @param url where the article is; null where unknown
/// @param source who published it
/// @param published when the story's first article was published
/// @param story id of the story
public record ShiftEvidence(
        String sentence,
        Stance side,
        String article,
        @Nullable URI url,
        String source,
        Instant published,
        String story) {

    /// Checks that everything is there.
    public ShiftEvidence {
        requireNonNull(sentence, "sentence");
        requireNonNull(side, "side");
        requireNonNull(article, "article");
        requireNonNull(source, "source");
        requireNonNull(published, "published");
        requireNonNull(story, "story");
    }
}
