package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

/// A theme of the industry that an article names, such as co-packaged optics.
///
/// @param theme the theme's id in the catalogue, such as `co-packaged-optics`
/// @param name its name in the catalogue, for people
public record NamedTheme(String theme, String name) {

    /// Checks that both are there.
    public NamedTheme {
        requireNonNull(theme, "theme");
        requireNonNull(name, "name");
    }
}
