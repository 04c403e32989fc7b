/// The program: the only place that knows that there is more than one stage. Start at
/// [org.supplierscope.deploy.Service] for how the stages are put together, and at
/// [org.supplierscope.deploy.command.Main] for what can be typed.
@NullMarked
package org.supplierscope.deploy;

import org.jspecify.annotations.NullMarked;
