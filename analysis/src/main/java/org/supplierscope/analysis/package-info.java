/// From articles to insights. Start at [org.supplierscope.analysis.AnalysisStage]; the whole graph is on one
/// screen in
/// [org.supplierscope.analysis.AnalysisTopology].
///
/// Packages in the order in which data flows: `catalogue` (which suppliers there are), `mention`
/// (where a text names them), `embedding` and `likelihood` (what a sentence means, and how likely
/// it tells a course), `stance` (what a text says of each supplier), `story` (which articles tell
/// the same), `strategy` (what suppliers do over time). Other stages see `published` only.
@NullMarked
package org.supplierscope.analysis;

import org.jspecify.annotations.NullMarked;
