/// Finds the article's own text in a page.
///
/// Start at [BodyReader]. The page becomes an [Outline]: every visible line as a [Block], every element that
/// holds lines as a [Region], both in page order. Then
///
/// 1. [Stripping] marks regions that are no article by what their markup means, and [Teasers] those that
/// advertise
///    other articles; what holds too much of the text for that is only suspected;
/// 2. [RegionChooser] takes the smallest region that holds nearly all of the running text, with trust in names
/// that
///    say "body" and in the start of the body that structured data declare;
/// 3. [LineCleaner] walks its lines once and leaves out strays ([StrayLines]), lone links, repetitions, and
/// headings
///    that are left without text.
///
/// A region's statistics are differences of running sums over the blocks, so that each step is linear in the
/// page. Thresholds were measured on the labelled development pages of news sites and of sites of other kinds,
/// with one setting for both, tuned on one half and confirmed on the other. Must not look at addresses: no rule
/// is for a site.
@NullMarked
package org.supplierscope.ingest.extract.body;

import org.jspecify.annotations.NullMarked;
