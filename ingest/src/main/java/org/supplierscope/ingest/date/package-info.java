/// Reads dates as feeds, sitemaps, metadata and the visible text of news write them: start at
/// [org.supplierscope.ingest.date.DateReader].
///
/// A text is a date as a whole or not at all, and what cannot be meant, or could be meant in two ways, is
/// refused: a missing date is found elsewhere, a wrong one is believed. Must not know the time now: whether a
/// date is plausible is judged where it is used.
@NullMarked
package org.supplierscope.ingest.date;

import org.jspecify.annotations.NullMarked;
