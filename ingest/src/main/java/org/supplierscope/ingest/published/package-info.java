/// What the ingest stage promises to those downstream: the records on its topics, and the topics themselves.
///
/// Start at [IngestTopics]. Everything here is immutable, travels as JSON and may only grow by optional
/// fields: a
/// reader
/// ignores fields that it does not know, and any other change is a new topic. The package imports nothing but
/// `java.*`,
/// JSpecify, Jackson and Kafka's common and admin packages, and must not know how a record came to be.
@NullMarked
package org.supplierscope.ingest.published;

import org.jspecify.annotations.NullMarked;
