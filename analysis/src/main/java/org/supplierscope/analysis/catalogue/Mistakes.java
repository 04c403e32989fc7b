package org.supplierscope.analysis.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what must be mended. More than [#MOST] nobody reads, and a file that is no catalogue
/// at all would fill the memory with them.
final class Mistakes {

    private static final int MOST = 200;

    private final List<Mistake> all = new ArrayList<>();

    void add(Mistake mistake) {
        if (all.size() < MOST) {
            all.add(mistake);
        }
    }

    /// @throws CatalogueException if there is one; it has them in the order of the files
    void raise() {
        if (!all.isEmpty()) {
            throw new CatalogueException(all.stream()
                    .sorted(Comparator.comparing(Mistake::file).thenComparingInt(Mistake::line))
                    .toList());
        }
    }
}
