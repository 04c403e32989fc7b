package org.supplierscope.analysis.mention;

/// A place where a text names a supplier, with its legal form and ticker where they follow.
///
/// @param supplier the supplier's id
/// @param start offset of the first character
/// @param end offset after the last character
public record Mention(String supplier, int start, int end) {}
