package org.supplierscope.analysis.strategy;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/// Whose course is followed: a supplier's as a whole, or within one theme.
///
/// @param supplier the supplier's id in the catalogue
/// @param name its name, for people
/// @param theme the theme's id; null for the course as a whole
public record Subject(
        String supplier, String name, @Nullable String theme) {

    /// Checks that supplier and name are there.
    public Subject {
        requireNonNull(supplier, "supplier");
        requireNonNull(name, "name");
    }

    /// What tells it from every other: the supplier, or supplier and theme.
    public String key() {
        return theme == null ? supplier : supplier + "|" + theme;
    }
}
