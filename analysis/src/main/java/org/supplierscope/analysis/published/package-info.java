/// What the analysis stage promises to those downstream: insights, and the topics that carry them.
///
/// Start at [AnalysisTopics]. Everything here is immutable, travels as JSON and may only grow by optional
/// fields. An
/// [Insight] contains its article, so that one topic is enough to build an index from. The package must not
/// know how
/// a
/// stance was decided.
@NullMarked
package org.supplierscope.analysis.published;

import org.jspecify.annotations.NullMarked;
