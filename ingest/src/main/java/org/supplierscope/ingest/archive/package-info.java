/// Fetched pages as WARC records (ISO 28500): start at [org.supplierscope.ingest.archive.CapturedPage].
///
/// What was received is kept as it was received; nothing is read into it here.
@NullMarked
package org.supplierscope.ingest.archive;

import org.jspecify.annotations.NullMarked;
