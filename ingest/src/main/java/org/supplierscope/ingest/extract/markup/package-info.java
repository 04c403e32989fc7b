/// Draft.
@NullMarked
package org.supplierscope.ingest.extract.markup;

import org.jspecify.annotations.NullMarked;
