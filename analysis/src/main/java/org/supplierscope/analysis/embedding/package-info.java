/// What a sentence means, as a vector, by a language model that runs in the program.
///
/// Entry type: [org.supplierscope.analysis.embedding.Encoders]. Knows nothing of suppliers or
/// courses, asks no network, and writes nothing but the native library that the runtime unpacks
/// into the temporary folder.
@NullMarked
package org.supplierscope.analysis.embedding;

import org.jspecify.annotations.NullMarked;
