/// What people want of sources, as it comes in on `source-commands.v1`: start at
/// [org.supplierscope.ingest.command.CommandReader].
///
/// Nothing is fetched here; what a command changes is in the database when it is done.
@NullMarked
package org.supplierscope.ingest.command;

import org.jspecify.annotations.NullMarked;
