/// From sites to articles. Start at [org.supplierscope.ingest.IngestStage].
///
/// Packages in the order in which data flows: `source` (which sites), `address`, `frontier` (whose turn),
/// `fetch`,
/// `feed`, `crawl`, `archive` (pages as captured), `extract` (page to article), `publication` (each revision
/// once).
/// Other stages see `published` and nothing else.
@NullMarked
package org.supplierscope.ingest;

import org.jspecify.annotations.NullMarked;
