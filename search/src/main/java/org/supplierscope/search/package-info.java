/// From insights to answers. Start at [org.supplierscope.search.SearchStage].
///
/// Packages in the order in which data flows: `index` (topics to Lucene), `query` (the language, and answers),
/// `web`
/// (pages and REST).
@NullMarked
package org.supplierscope.search;

import org.jspecify.annotations.NullMarked;
