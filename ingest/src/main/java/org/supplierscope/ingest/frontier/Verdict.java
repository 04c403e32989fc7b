package org.supplierscope.ingest.frontier;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;

/// What is to become of a request when its turn is given back.
public sealed interface Verdict {

    /// It was fetched and is stored; it is not asked again.
    record Fetched() implements Verdict {}

    /// It will never be fetched.
    ///
    /// @param reason for people
    record GivenUp(String reason) implements Verdict {}

    /// The turn went into something else, such as robots.txt; it comes up again.
    record Untouched() implements Verdict {}

    /// It is asked again; a listing at the address that its source has by then.
    ///
    /// @param after how long from now
    /// @param reason what went wrong; null when nothing did, which also forgets earlier failures
    record Again(Duration after, @Nullable String reason) implements Verdict {}

    /// It is asked again, and that it could not be had is its host's fault: no failure of its own.
    ///
    /// @param after how long from now
    /// @param reason for people
    record Deferred(Duration after, String reason) implements Verdict {}

    /// It is at another address, and asked there in that address's turn.
    ///
    /// @param target where
    /// @param hops how many redirects this makes
    /// @param movedTo as in [Turn#movedTo()]
    record Moved(
            CanonicalAddress target, int hops, @Nullable URI movedTo) implements Verdict {}
}
