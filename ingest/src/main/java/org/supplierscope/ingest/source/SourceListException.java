package org.supplierscope.ingest.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A source list that cannot be used as it stands. The message names the file, the line and what to do.
public final class SourceListException extends Exception {

    private static final long serialVersionUID = 1L;

    /// @param file the list
    /// @param line where in it, counted from 1; 0 for the whole file
    /// @param problem what is wrong and what to do
    /// @param cause what the reader said; null when the list was readable
    public SourceListException(Path file, int line, String problem, @Nullable Throwable cause) {
        super(line > 0 ? file + ", line " + line + ": " + problem : file + ": " + problem, cause);
    }
}
