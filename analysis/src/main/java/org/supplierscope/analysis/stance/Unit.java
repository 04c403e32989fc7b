package org.supplierscope.analysis.stance;

/// A word, a Chinese character or a mark of a sentence, as the model reads it.
///
/// @param word folded, without its ending; a mask for names and numbers
/// @param start offset of the first character in the passage
/// @param end offset after the last character
/// @param token index of the token that it is in
/// @param han whether it is a single Chinese character
record Unit(String word, int start, int end, int token, boolean han) {}
