/// Source lists as other readers keep them: start at [org.supplierscope.ingest.opml.OpmlReader] and
/// [org.supplierscope.ingest.opml.OpmlWriter].
///
/// OPML 2.0 (opml.org/spec2.opml) in and out. Files come from strangers: nothing in them is fetched here, no
/// entity of theirs is expanded, and what is wrong in one line costs only that line.
@NullMarked
package org.supplierscope.ingest.opml;

import org.jspecify.annotations.NullMarked;
