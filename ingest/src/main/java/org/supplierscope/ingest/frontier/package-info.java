/// Whose turn it is: start at [org.supplierscope.ingest.frontier.Frontier].
///
/// The database holds it, so that several crawlers share it and a crash loses nothing. Nothing is fetched here.
@NullMarked
package org.supplierscope.ingest.frontier;

import org.jspecify.annotations.NullMarked;
