/// Asks a language model for a second opinion, when a person wants one: start at
/// [org.supplierscope.deploy.opinion.SecondOpinion].
///
/// What is asked and what counts as an answer is decided in analysis; here are the settings, the
/// key, the pace, and the way there, which is the crawler's guarded HTTP client. Only commands
/// use this package: nothing that runs by itself may ask a model.
@NullMarked
package org.supplierscope.deploy.opinion;

import org.jspecify.annotations.NullMarked;
