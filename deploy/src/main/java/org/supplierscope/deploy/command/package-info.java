/// What can be typed: start at [org.supplierscope.deploy.command.Main].
///
/// `demo` and `run` start the service. The other commands work on one document or ask a running service; they
/// start no
/// broker and no server. Results go to standard output, everything else to standard error.
@NullMarked
package org.supplierscope.deploy.command;

import org.jspecify.annotations.NullMarked;
