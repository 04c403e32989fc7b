/// Draft.
@NullMarked
package org.supplierscope.ingest.extract.body;

import org.jspecify.annotations.NullMarked;
