/// One article, one address: [org.supplierscope.ingest.address.CanonicalAddress] joins the spellings of an
/// address.
///
/// Pure text work: nothing is looked up or fetched here.
@NullMarked
package org.supplierscope.ingest.address;

import org.jspecify.annotations.NullMarked;
