package org.supplierscope.analysis.opinion;

import java.util.List;
import java.util.stream.Stream;
import org.supplierscope.analysis.catalogue.KnownName;
import org.supplierscope.analysis.catalogue.Supplier;

/// A supplier that a model is asked about.
///
/// @param id in the catalogue
/// @param names under which the article may speak of it, the usual one first; never empty
public record AskedSupplier(String id, List<String> names) {

    /// More names than these help nobody to recognise a firm.
    private static final int MOST_NAMES = 8;

    /// Copies the list.
    public AskedSupplier {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("no name of " + id);
        }
    }

    /// The supplier of the catalogue, with the first of its names.
    public static AskedSupplier of(Supplier supplier) {
        return new AskedSupplier(
                supplier.id(),
                Stream.concat(
                                Stream.of(supplier.name()),
                                supplier.names().stream().map(KnownName::text))
                        .distinct()
                        .limit(MOST_NAMES)
                        .toList());
    }
}
