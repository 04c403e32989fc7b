/// From the answer of a listing to the pages that it names, whatever kind of listing it is: start at
/// [org.supplierscope.ingest.listing.ListingReader].
///
/// Nothing is fetched here, and nothing is remembered.
@NullMarked
package org.supplierscope.ingest.listing;

import org.jspecify.annotations.NullMarked;
