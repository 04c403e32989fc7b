package org.supplierscope.analysis.catalogue;

/// A catalogue file that cannot be used. The message names the file, the line where one is known, and the key.
public final class CatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// A mistake at one line (counted from 1) of the file.
    public CatalogueException(String file, int line, String what) {
        super(file + ", line " + line + ": " + what);
    }

    /// A file that could not be read at all.
    public CatalogueException(String file, String what, Throwable cause) {
        super(file + ": " + what, cause);
    }
}
