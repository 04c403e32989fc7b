/// The Lucene index and how it follows `insights.v1`: start at [org.supplierscope.search.index.InsightIndex].
///
/// All field names are in [org.supplierscope.search.index.Schema]. No query is understood here.
@NullMarked
package org.supplierscope.search.index;

import org.jspecify.annotations.NullMarked;
