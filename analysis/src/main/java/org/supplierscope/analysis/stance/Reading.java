package org.supplierscope.analysis.stance;

import java.util.List;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.SupplierStance;

/// What a passage tells.
///
/// @param suppliers every supplier that it names, those without a course included, in order of
/// first mention
/// @param groups unnamed groups of suppliers whose course it tells, in order of first mention
/// @param themes themes of the industry that it names, in order of first mention
public record Reading(List<SupplierStance> suppliers, List<GroupStance> groups, List<NamedTheme> themes) {

    /// Copies the lists.
    public Reading {
        suppliers = List.copyOf(suppliers);
        groups = List.copyOf(groups);
        themes = List.copyOf(themes);
    }
}
