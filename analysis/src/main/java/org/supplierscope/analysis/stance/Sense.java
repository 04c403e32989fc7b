package org.supplierscope.analysis.stance;

import org.supplierscope.analysis.embedding.Encoding;
import org.supplierscope.analysis.embedding.Script;

/// What a sentence means, seen from one supplier, and what stands around it.
///
/// @param script whose encoder gave the vectors
/// @param own the sentence
/// @param before the vector of the sentence before it, or its own
/// @param after the vector of the sentence after it, or its own
/// @param head the vector of the passage's first sentence, mostly its title
/// @param named whether it names the supplier
/// @param alone whether the passage names no other
/// @param first whether it is the first sentence
@SuppressWarnings("ArrayRecordComponent") // vectors that nobody changes, many of them shared
record Sense(
        Script script,
        Encoding own,
        float[] before,
        float[] after,
        float[] head,
        boolean named,
        boolean alone,
        boolean first) {}
