/// Which sites are read: [org.supplierscope.ingest.source.SourceList] reads the list that an operator keeps.
///
/// Nothing is fetched here.
@NullMarked
package org.supplierscope.ingest.source;

import org.jspecify.annotations.NullMarked;
