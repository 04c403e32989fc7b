/// Draft.
@NullMarked
package org.supplierscope.ingest.extract;

import org.jspecify.annotations.NullMarked;
