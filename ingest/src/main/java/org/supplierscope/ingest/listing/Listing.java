package org.supplierscope.ingest.listing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading a listing.
public sealed interface Listing {

    /// It names pages.
    ///
    /// @param leads at most [ListingReader#MAX_LEADS]; when there were more, the newest
    /// @param leftOut how many there were beyond these
    /// @param ttl how long the listing says it stays as it is; null when it does not
    /// @param hub where news of it can be subscribed to; null when nowhere
    record Pages(
            List<Lead> leads,
            int leftOut,
            @Nullable Duration ttl,
            @Nullable HubOffer hub) implements Listing {

        /// Copies the leads.
        public Pages {
            leads = List.copyOf(leads);
        }
    }

    /// It names other listings (a sitemap index).
    ///
    /// @param children newest first as far as it tells, at most [ListingReader#MAX_CHILDREN]
    /// @param leftOut how many there were beyond these
    record Index(List<Child> children, int leftOut) implements Listing {

        /// Copies the children.
        public Index {
            children = List.copyOf(children);
        }
    }

    /// It is none of its kind, or could not be read.
    ///
    /// @param reason for people
    record NoListing(String reason) implements Listing {}

    /// A listing that an index names.
    ///
    /// @param address absolute
    /// @param updated when it last changed; null when the index does not say
    record Child(URI address, @Nullable Instant updated) {}
}
