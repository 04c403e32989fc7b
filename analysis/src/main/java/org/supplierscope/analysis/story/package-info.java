/// Which articles tell the same story: start at [org.supplierscope.analysis.story.StoryBook].
///
/// Copies of one text, cut, re-titled or with an agency's line before it, are one story. Nothing but
/// fingerprints is
/// looked at here.
@NullMarked
package org.supplierscope.analysis.story;

import org.jspecify.annotations.NullMarked;
