package org.supplierscope.analysis.stance;

import org.supplierscope.analysis.mention.FoldedText;

/// A sentence by its place in the whole passage.
///
/// @param start offset of the first character
/// @param end offset after the last character
record Sentence(int start, int end) {

    /// The words as they were written.
    String in(FoldedText text) {
        return text.original().substring(start, end);
    }
}
