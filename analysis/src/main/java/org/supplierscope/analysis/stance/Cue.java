package org.supplierscope.analysis.stance;

/// A rule that holds in a sentence.
///
/// @param rule the rule
/// @param first index of its first token
/// @param last index of its last token
record Cue(Rule rule, int first, int last) {}
