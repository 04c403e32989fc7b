/// What suppliers do over time: start at [org.supplierscope.analysis.strategy.StrategyWatch],
/// which follows one supplier from reports to its timeline and its shifts.
///
/// Everything is a function of what was reported and when that happened: nothing here reads a
/// clock, Kafka or a file.
@NullMarked
package org.supplierscope.analysis.strategy;

import org.jspecify.annotations.NullMarked;
