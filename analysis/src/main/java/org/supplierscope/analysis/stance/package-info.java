/// What a passage tells of the course of each supplier, with the sentences that say so.
///
/// Start at [StanceReader]. A passage is cut into sentences and words; words are put into classes
/// (`lexicon.txt`, `references.txt`); rules over classes find statements (`grammar.txt`) and give
/// each to the one it speaks of. What a sentence shows of a supplier (its words and what the
/// rules found, as traits; its meaning and that of its neighbours, as vectors) is weighed by what
/// was learned, sentence by sentence, and the sentences of a passage once more for the label. The
/// package must not look beyond the passage: no clock, no network, no other article.
@NullMarked
package org.supplierscope.analysis.stance;

import org.jspecify.annotations.NullMarked;
