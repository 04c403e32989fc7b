/// Which articles tell the same story: start at [org.supplierscope.analysis.story.StoryBook].
///
/// Copies of one text, cut, re-titled or with an agency's line before it, and different reports
/// of one event are one story. [org.supplierscope.analysis.story.Fingerprint] is all that the
/// book sees of an article: hashes by which copies are known and weighted terms by which events
/// are. It must not look at the text, at a clock, or at anything that differs between instances.
@NullMarked
package org.supplierscope.analysis.story;

import org.jspecify.annotations.NullMarked;
