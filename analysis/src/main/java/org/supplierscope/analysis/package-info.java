/// From articles to insights. Start at [org.supplierscope.analysis.AnalysisStage]; the whole graph is on one
/// screen in
/// [org.supplierscope.analysis.AnalysisTopology].
///
/// Packages in the order in which data flows: `catalogue` (which suppliers there are), `mention` (where a text
/// names
/// them), `stance` (what it says of them), `story` (which articles tell the same). Other stages see
/// `published` only.
@NullMarked
package org.supplierscope.analysis;

import org.jspecify.annotations.NullMarked;
