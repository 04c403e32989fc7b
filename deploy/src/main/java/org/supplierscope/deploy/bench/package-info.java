/// Measurements of the whole product against a web of our own: start at
/// [org.supplierscope.deploy.bench.CrawlBench].
///
/// The product runs as a process of its own, as a user starts it. Nothing here is part of the running service.
@NullMarked
package org.supplierscope.deploy.bench;

import org.jspecify.annotations.NullMarked;
