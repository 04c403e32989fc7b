/// What a site's robots.txt (RFC 9309) allows us: start at [org.supplierscope.ingest.robots.RobotRules].
///
/// Pure reading: nothing is fetched and nothing is remembered here; the cache beside the HTTP client does that.
@NullMarked
package org.supplierscope.ingest.robots;

import org.jspecify.annotations.NullMarked;
