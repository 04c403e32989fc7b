/// What cannot be worked on is set aside with its reason: [org.supplierscope.ingest.deadletter.DeadLetter].
///
/// Nothing is sent here: whoever reads a topic decides when, and in which transaction.
@NullMarked
package org.supplierscope.ingest.deadletter;

import org.jspecify.annotations.NullMarked;
