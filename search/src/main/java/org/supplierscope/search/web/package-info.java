/// HTTP in and out: pages and REST. Start at [org.supplierscope.search.web.ArticlesResource] for the API and
/// [org.supplierscope.search.web.PagesResource] for the pages.
///
/// Nothing is decided here that another way in would need as well.
@NullMarked
package org.supplierscope.search.web;

import org.jspecify.annotations.NullMarked;
