package org.supplierscope.ingest.hub;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.WrittenDate;

/// What came of reading a page as a hub.
public sealed interface HubReading {

    /// It leads to articles.
    ///
    /// @param entries in the order of the page, each address once; at most [HubReader#MAX_ENTRIES]
    /// @param traps links left out because they lead into endless spaces: sessions, calendars, paths that
    /// repeat
    /// @param overLimit links to articles beyond the limit
    record Hub(List<Entry> entries, int traps, int overLimit) implements HubReading {

        /// Copies the entries.
        public Hub {
            entries = List.copyOf(entries);
        }
    }

    /// It does not.
    ///
    /// @param reason for people
    record NotAHub(String reason) implements HubReading {}

    /// A link to an article.
    ///
    /// @param link absolute, canonical, on the site of the page
    /// @param title what the link says; null when it says nothing
    /// @param published the date beside the link, or in its address; null when there is none
    record Entry(URI link, @Nullable String title, @Nullable WrittenDate published) {}
}
