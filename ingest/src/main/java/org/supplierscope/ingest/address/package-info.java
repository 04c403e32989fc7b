/// Web addresses: [org.supplierscope.ingest.address.WebAddress] reads them as browsers do,
/// [org.supplierscope.ingest.address.AddressReading] says what we refuse,
/// [org.supplierscope.ingest.address.CanonicalAddress] gives each page one spelling and each article one name,
/// [org.supplierscope.ingest.address.TrapForm] recognises what sites make without end.
///
/// Pure text work: nothing is looked up or fetched here.
@NullMarked
package org.supplierscope.ingest.address;

import org.jspecify.annotations.NullMarked;
