package org.supplierscope.ingest.frontier;

import java.time.Instant;

/// The right to send one request to an authority besides its turns, such as for a robots.txt that another site
/// redirects to.
///
/// @param leasedUntil when the lease runs out, to the microsecond
/// @param strikes how often in a row the authority has told us to go away, from 0
public record Loan(String authority, Instant leasedUntil, int strikes) {}
