/// Records that a stage could not read, for whoever runs the service: what there is, and once
/// more from the start. Start at [org.supplierscope.deploy.deadletter.LetterBox] and
/// [org.supplierscope.deploy.deadletter.Replay].
///
/// What is in the records is not looked at here; the stages write the letters.
@NullMarked
package org.supplierscope.deploy.deadletter;

import org.jspecify.annotations.NullMarked;
