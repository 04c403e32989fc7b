package org.supplierscope.analysis.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/// Catalogue files that cannot be used. The message names every mistake, with file, line and key.
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /// @param mistakes at least one
    public CatalogueException(List<Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /// Everything that must be mended, in the order of the files.
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
