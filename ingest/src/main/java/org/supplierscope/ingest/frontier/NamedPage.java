package org.supplierscope.ingest.frontier;

import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.listing.Lead;

/// A page that a listing names.
///
/// @param address under which it is asked for
/// @param lead what the listing says of it
record NamedPage(CanonicalAddress address, Lead lead) {}
