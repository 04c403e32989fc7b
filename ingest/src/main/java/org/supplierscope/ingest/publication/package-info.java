/// From captured pages to published articles: start at [org.supplierscope.ingest.publication.Extraction].
///
/// Reads `pages.v1`, has each page extracted under a deadline, and writes each revision of an article once to
/// `articles.v1`, in one Kafka transaction with the position in `pages.v1`.
@NullMarked
package org.supplierscope.ingest.publication;

import org.jspecify.annotations.NullMarked;
