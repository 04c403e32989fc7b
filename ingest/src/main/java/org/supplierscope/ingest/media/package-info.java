/// Whether what a server sent can be a page of text at all, by its media type and by its bytes: start at
/// [org.supplierscope.ingest.media.PageForm].
///
/// Nothing is decoded or parsed here, and no site is known.
@NullMarked
package org.supplierscope.ingest.media;

import org.jspecify.annotations.NullMarked;
