/// Which suppliers and themes a text names, where, and which suppliers it is about.
///
/// Start at [MentionFinder]; [Prominences] tells what a text is about. Names are found by one
/// walk over the text along a trie, the longest first; names that are also everyday words count
/// only beside a sign of what they mean. [FoldedText] and [Trie] are open to the readers that
/// come after. The package must not judge what a text says of a supplier.
@NullMarked
package org.supplierscope.analysis.mention;

import org.jspecify.annotations.NullMarked;
