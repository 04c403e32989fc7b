package org.supplierscope.ingest.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a feed.
public sealed interface FeedReading {

    /// It was one.
    ///
    /// @param title the feed's own title; null when it has none
    /// @param entries in the feed's order, those without a usable link left out
    record Feed(@Nullable String title, List<Entry> entries) implements FeedReading {

        /// Copies the entries.
        public Feed {
            entries = List.copyOf(entries);
        }
    }

    /// It was not, or could not be read.
    ///
    /// @param reason for people
    record NotAFeed(String reason) implements FeedReading {}

    /// An entry that leads to an article.
    ///
    /// @param link absolute
    /// @param title null when the entry has none
    /// @param published null when the entry does not say
    record Entry(URI link, @Nullable String title, @Nullable Instant published) {}
}
