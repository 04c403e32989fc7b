/// The query language and its answers: start at [org.supplierscope.search.query.ArticleSearch].
///
/// Text becomes a [org.supplierscope.search.query.Clause], a clause becomes a Lucene query; whatever else
/// needs the
/// meaning of a query must use the same two steps. Nothing of HTTP is known here.
@NullMarked
package org.supplierscope.search.query;

import org.jspecify.annotations.NullMarked;
