/// Which suppliers a text names, and where.
///
/// Start at [MentionFinder]. Names are found by one walk over the text along a trie, the longest first; names
/// that are also everyday words count only beside a sign of a company. [FoldedText] and [Trie] are open to the
/// readers that come after. The package must not judge what a text says of a supplier.
@NullMarked
package org.supplierscope.analysis.mention;

import org.jspecify.annotations.NullMarked;
