/// Draft.
@NullMarked
package org.supplierscope.ingest.extract.field;

import org.jspecify.annotations.NullMarked;
