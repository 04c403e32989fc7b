/// HTML of strangers as a tree.
///
/// [org.supplierscope.ingest.html.HtmlTree] is the entry. It reads and judges nothing: what the tree means is
/// for those who ask for it, and what is dangerous in it is still there.
@NullMarked
package org.supplierscope.ingest.html;

import org.jspecify.annotations.NullMarked;
