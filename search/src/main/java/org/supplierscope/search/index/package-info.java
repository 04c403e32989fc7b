/// The Lucene index and how it follows `insights.v1`: start at [org.supplierscope.search.index.InsightIndex].
///
/// Beside it, what is small enough is kept in memory: how sources fare, suppliers' courses over
/// time, and their shifts.
///
/// All field names are in [org.supplierscope.search.index.Schema]. No query is understood here.
@NullMarked
package org.supplierscope.search.index;

import org.jspecify.annotations.NullMarked;
