/// Chooses each field of an article among what the page says: one class `…Choice` for each, whose first
/// sentence is the order in which its sources are believed.
///
/// The orders come from counting on news pages how often a source is right where it is present: for dates,
/// microdata and `article:published_time` 95 %, JSON-LD 92 %, the first `time` element 90 %; for titles, a
/// single `h1` 87 %, the headline in JSON-LD 73 %. Must not read the document: a choice sees the survey and
/// lines of text only, so that each can be tested with a line of markup.
@NullMarked
package org.supplierscope.ingest.extract.field;

import org.jspecify.annotations.NullMarked;
