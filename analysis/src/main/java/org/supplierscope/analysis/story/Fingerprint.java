package org.supplierscope.analysis.story;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the story book is told of an article: about 2 to 3.6 kB, whatever its length.
///
/// @param minute of its news since 1970 in UTC, or [#UNKNOWN]
/// @param sketch of its text
/// @param gist of its title and text
public record Fingerprint(long minute, Sketch sketch, Gist gist) {

    /// The minute of an article without a date.
    public static final long UNKNOWN = Long.MIN_VALUE;

    /// An article that tells no news: it is like no other.
    public static final Fingerprint NONE = new Fingerprint(UNKNOWN, Sketch.of(""), Gist.none());

    /// The fingerprint of an article.
    ///
    /// @param title empty when there is none
    /// @param time of its news; null when unknown
    public static Fingerprint of(String title, String text, @Nullable Instant time) {
        String whole = title.isEmpty() || text.startsWith(title) ? text : title + "\n" + text;
        return new Fingerprint(
                time == null ? UNKNOWN : Math.floorDiv(time.getEpochSecond(), 60), Sketch.of(text), Gist.of(whole));
    }

    /// Between the two; 0 when one is unknown.
    double daysApart(Fingerprint other) {
        if (minute == UNKNOWN || other.minute == UNKNOWN) {
            return 0;
        }
        return Math.abs((double) minute - other.minute) / Duration.ofDays(1).toMinutes();
    }
}
