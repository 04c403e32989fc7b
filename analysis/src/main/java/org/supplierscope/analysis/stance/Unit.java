package org.supplierscope.analysis.stance;

import org.jspecify.annotations.Nullable;

/// A word, a Chinese character or a mark of a sentence, as the model reads it.
///
/// @param word folded, without its ending; a mask for numbers, and for names one that says
/// another
/// @param start offset of the first character in the passage
/// @param end offset after the last character
/// @param token index of the token that it is in
/// @param han whether it is a single Chinese character
/// @param supplier id of the supplier that it names, or null
record Unit(
        String word,
        int start,
        int end,
        int token,
        boolean han,
        @Nullable String supplier) {

    /// The supplier that a sentence is seen from.
    static final String SUPPLIER = "<it>";

    /// The word as one sees it who looks for a supplier.
    String seenFrom(String id) {
        return id.equals(supplier) ? SUPPLIER : word;
    }
}
