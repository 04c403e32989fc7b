package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.update;

import java.sql.Connection;
import java.sql.SQLException;

/// By how much the counts of a source's pages change, kept with the source so that nobody has to count them.
record PageCounts(int waiting, int fetched, int givenUp, int quarantined) {

    static final PageCounts NONE = new PageCounts(0, 0, 0, 0);

    static PageCounts fetched(int pages) {
        return new PageCounts(-pages, pages, 0, 0);
    }

    static PageCounts givenUp(int pages) {
        return new PageCounts(-pages, 0, pages, 0);
    }

    PageCounts plus(PageCounts other) {
        return new PageCounts(
                waiting + other.waiting,
                fetched + other.fetched,
                givenUp + other.givenUp,
                quarantined + other.quarantined);
    }

    void addTo(Connection connection, String sourceId) throws SQLException {
        if (!equals(NONE)) {
            update(
                    connection,
                    "update source set waiting = waiting + ?, fetched = fetched + ?, given_up = given_up + ?,"
                            + " quarantined = quarantined + ? where id = ?",
                    waiting,
                    fetched,
                    givenUp,
                    quarantined,
                    sourceId);
        }
    }
}
