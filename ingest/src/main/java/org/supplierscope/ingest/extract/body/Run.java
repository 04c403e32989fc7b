package org.supplierscope.ingest.extract.body;

/// The lines that nothing but single line breaks part from each other: to the reader one paragraph.
///
/// @param weight their letters and digits, as in [Block]
/// @param linkShare part of those that stand in links, 0 to 1
record Run(int weight, double linkShare) {}
