/// From the bytes of a fetched page to its article: address, title, byline, date, language, site and text.
///
/// Start at [ArticleExtractor]. Pure: no network, no clock, no state between pages. Data flows in this order:
///
/// 0. what cannot be a page of text is turned away unread ([PageForm]);
/// 1. `markup`: bytes → characters → document → what the page says about itself ([PageSurvey],
/// [StructuredArticle]),
///    collected in one walk and not yet judged;
/// 2. `body`: the document as a flat list of blocks and regions, in a second walk; the lines near the headline;
/// 3. `field`: each field is chosen among its candidates by a class of its own, in the order that the class
/// names;
/// 4. `body` again: what is no article is stripped by meaning, one region is chosen, its lines are cleaned.
///
/// Pages are hostile until proved otherwise: no step recurses over the document, every pattern is bounded, and
/// the time is linear in the page. The packages below must not know Kafka, the fetched response or any
/// publisher: there is no rule for a site, and none may be added. Words and phrases are in the resource files
/// beside this package, one list for each language where they differ.
///
/// [PageForm]: org.supplierscope.ingest.media.PageForm
/// [PageSurvey]: org.supplierscope.ingest.extract.markup.PageSurvey
/// [StructuredArticle]: org.supplierscope.ingest.extract.markup.StructuredArticle
@NullMarked
package org.supplierscope.ingest.extract;

import org.jspecify.annotations.NullMarked;
