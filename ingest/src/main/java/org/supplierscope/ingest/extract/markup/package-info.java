/// From bytes to a document, and from the document to what it says about itself.
///
/// Start at [PageDecoder], then [PageParser], then [PageSurveyor] and [StructuredArticleReader]. Nothing here
/// judges: contradicting values are all handed on, in page order, each cut to a sane length and number. Must
/// not know what is made of them.
@NullMarked
package org.supplierscope.ingest.extract.markup;

import org.jspecify.annotations.NullMarked;
