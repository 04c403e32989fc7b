/// What a passage tells of the course of each supplier, with the sentences that say so.
///
/// Start at [StanceReader]. A passage is cut into sentences and words; words are put into classes
/// (`lexicon.txt`,
/// `references.txt`); rules over classes find statements (`grammar.txt`); each statement is given to the one it
/// speaks of, unless it is denied, hedged, past or somebody else's; the statements on a supplier make its
/// stance. The package must not look beyond the passage: no clock, no network, no other article.
@NullMarked
package org.supplierscope.analysis.stance;

import org.jspecify.annotations.NullMarked;
