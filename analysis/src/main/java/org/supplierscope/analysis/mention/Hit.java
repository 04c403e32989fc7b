package org.supplierscope.analysis.mention;

import org.supplierscope.analysis.catalogue.Caution;
import org.supplierscope.analysis.catalogue.KnownName;

/// A name that stands in the text and may or may not mean its supplier or theme.
///
/// @param supplier id of the supplier or theme
/// @param name the name and its rule
/// @param start offset of its first character
/// @param end offset after its last character
record Hit(String supplier, KnownName name, int start, int end) {

    boolean isSure() {
        return name.caution() == Caution.FREE || name.caution() == Caution.CASE_SENSITIVE;
    }
}
