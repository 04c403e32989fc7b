/// Fetched pages as WARC records (ISO 28500), written and read: a page is a
/// [org.supplierscope.ingest.archive.CapturedPage], archives of strangers are read by
/// [org.supplierscope.ingest.archive.PageImport], and our own are written by
/// [org.supplierscope.ingest.archive.ArchiveWriter].
///
/// What was received is kept as it was received; nothing is read into it here, and no address is asked.
@NullMarked
package org.supplierscope.ingest.archive;

import org.jspecify.annotations.NullMarked;
