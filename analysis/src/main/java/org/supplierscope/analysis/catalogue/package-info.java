/// The suppliers that the product knows, read from a file that an analyst can edit.
///
/// Start at [Catalogue]. The shipped file is `suppliers.yaml` in this package; its head explains every key. The
/// package must not look at any article: it says what the names are and how far each can be trusted, not where
/// they stand.
@NullMarked
package org.supplierscope.analysis.catalogue;

import org.jspecify.annotations.NullMarked;
