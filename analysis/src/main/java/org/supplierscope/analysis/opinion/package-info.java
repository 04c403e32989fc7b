/// What a language model outside says of an article, when a person asks for it: a second opinion
/// beside the reader's own.
///
/// Start at [OpinionQuestion]: it makes the request's body of an article, and
/// [OpinionQuestion#answer] makes an [Opinion] of what comes back. Both sides of it are hostile:
/// the article's text to the model, and the model's answer to us. So the text goes in as numbered
/// data, and all that comes out is a stance of four, ids that we gave and numbers of sentences
/// that we have; no word of the model's reaches anybody.
///
/// The package must not connect to anything, and nothing that publishes, counts or alerts may use
/// it.
@NullMarked
package org.supplierscope.analysis.opinion;

import org.jspecify.annotations.NullMarked;
