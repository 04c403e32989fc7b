package org.supplierscope.ingest.extract.body;

import java.util.List;

/// A page as a flat list of blocks and the regions that hold them, both in page order.
///
/// Every later step works on these two lists: a region's statistics are differences of running sums, so that no
/// step walks the document again.
///
/// @param blocks what a reader sees, line by line
/// @param regions in document order, a parent before its children; the first is the body
record Outline(List<Block> blocks, List<Region> regions) {}
