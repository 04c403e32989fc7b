/// The suppliers and themes that the product knows, read from files that an analyst can edit.
///
/// Start at [Catalogue]. The shipped files are `suppliers.yaml` and `themes.yaml` in this
/// package, whose heads explain every key; `catalogue.schema.json` says the same to editors. A
/// [CatalogueFolder] joins them with the operator's own files, a [CatalogueWatch] notices when
/// these change. The package must not look at any article: it says what the names are and how far
/// each can be trusted, not where they stand.
@NullMarked
package org.supplierscope.analysis.catalogue;

import org.jspecify.annotations.NullMarked;
