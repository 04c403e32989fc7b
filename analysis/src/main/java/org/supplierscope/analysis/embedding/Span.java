package org.supplierscope.analysis.embedding;

/// A part of a text.
///
/// @param start offset of the first character
/// @param end offset after the last one
public record Span(int start, int end) {

    boolean holds(int offset) {
        return offset >= start && offset < end;
    }
}
