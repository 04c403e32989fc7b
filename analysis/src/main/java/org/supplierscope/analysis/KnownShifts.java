package org.supplierscope.analysis;

import java.util.List;
import org.supplierscope.analysis.strategy.KnownShift;

/// The changes of course of one subject that are on record.
///
/// @param shifts in the order in which they were found
record KnownShifts(List<KnownShift> shifts) {

    static final KnownShifts NONE = new KnownShifts(List.of());

    KnownShifts {
        shifts = List.copyOf(shifts);
    }
}
