/// Polite, guarded HTTP: start at [org.supplierscope.ingest.fetch.Fetcher].
///
/// Everything that leaves the process for the web goes through here. Nothing is parsed but robots.txt and as much of a
/// page as tells whether it is one, and nothing is remembered but robots rules; whose turn it is, is decided by the
/// frontier.
@NullMarked
package org.supplierscope.ingest.fetch;

import org.jspecify.annotations.NullMarked;
