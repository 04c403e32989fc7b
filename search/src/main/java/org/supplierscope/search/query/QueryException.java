package org.supplierscope.search.query;

/// A query that cannot be understood.
public final class QueryException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int position;

    /// @param position where in the query, counted in characters from 1
    /// @param problem what is wrong there and what to write instead
    public QueryException(int position, String problem) {
        super(problem);
        this.position = position;
    }

    /// Where in the query, counted in characters from 1.
    public int position() {
        return position;
    }
}
