/// The demo's news sites, served over real HTTP on loopback: start at
/// [org.supplierscope.deploy.newsroom.Newsroom].
///
/// The sites know nothing of the product that crawls them, and it knows nothing of them but their feeds.
@NullMarked
package org.supplierscope.deploy.newsroom;

import org.jspecify.annotations.NullMarked;
