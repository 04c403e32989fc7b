package org.supplierscope.analysis.embedding;

/// What a sentence means, as an encoder sees it. All vectors have the encoder's width and are not
/// normalised. Nobody changes them.
///
/// @param whole the vector of the sentence: that of the first place, which the model was trained
/// to give the meaning of the whole
/// @param mean of the vectors of all its pieces
/// @param named mean of the vectors of the pieces in the spans asked for; zero where there is
/// none
@SuppressWarnings("ArrayRecordComponent") // some 40,000 in training; compared by nobody
public record Encoding(float[] whole, float[] mean, float[] named) {}
