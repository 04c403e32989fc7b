package org.supplierscope.analysis.strategy;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;

/// What one article says of a supplier's course. Times before the year 1 and after the year 9999, which
/// only a broken page gives, are moved to that bound.
///
/// @param article its id
/// @param story its story
/// @param source who published it
/// @param published when its news happened
/// @param seen when it was read
/// @param dated whether `published` is what the page says; otherwise it is the time of reading
/// @param stance PRECISION, BREADTH or MIXED
/// @param confidence from 0 to 1
/// @param sentence the strongest sentence, word for word; null where none came with the report
/// @param url where the article is; null where unknown
public record Report(
        String article,
        String story,
        String source,
        Instant published,
        Instant seen,
        boolean dated,
        Stance stance,
        double confidence,
        @Nullable String sentence,
        @Nullable URI url) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /// Checks that everything is there, that a course is told, and the range.
    public Report {
        requireNonNull(article, "article");
        requireNonNull(story, "story");
        requireNonNull(source, "source");
        published = bounded(requireNonNull(published, "published"));
        seen = bounded(requireNonNull(seen, "seen"));
        if (requireNonNull(stance, "stance") == Stance.NONE) {
            throw new IllegalArgumentException("what tells no course is no report");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " out of range");
        }
    }

    private static Instant bounded(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return time.isAfter(LATEST) ? LATEST : time;
    }

    /// Whether it was news when it was read. Without a date nobody can tell, so it was not.
    boolean fresh(Duration limit) {
        return dated && Duration.between(published, seen).compareTo(limit) <= 0;
    }
}
