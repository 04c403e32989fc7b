package org.supplierscope.ingest.opml;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a list.
public sealed interface OpmlReading {

    /// A list that could be read, if not all of it.
    ///
    /// @param subscriptions in the order of the file, each feed once
    /// @param problems what was left out and why, with its line, at most a hundred
    /// @param leftOut how many entries were left out in all, repeated feeds not counted
    /// @param repeated how many entries name a feed that another before them names
    /// @param cut whether the file ends before the list does, so that more may have stood in it
    record Subscriptions(
            List<Subscription> subscriptions, List<String> problems, int leftOut, int repeated, boolean cut)
            implements OpmlReading {}

    /// The file is no list of feeds.
    ///
    /// @param reason for people
    record NotAList(String reason) implements OpmlReading {}

    /// One feed of a list.
    ///
    /// @param name for people, one line, not blank
    /// @param feed its address
    /// @param home the site's front page; null when the list does not give one
    record Subscription(String name, URI feed, @Nullable URI home) {}
}
