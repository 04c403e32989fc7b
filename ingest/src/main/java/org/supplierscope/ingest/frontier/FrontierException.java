package org.supplierscope.ingest.frontier;

import java.sql.SQLException;

/// The database failed. The crawl stops asking until it answers again; nothing is lost.
public final class FrontierException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param doing what was tried
    /// @param cause what the database said
    public FrontierException(String doing, SQLException cause) {
        super("the database failed while " + doing + ": " + cause.getMessage(), cause);
    }
}
