package org.supplierscope.ingest.frontier;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.source.Source;

/// Rows of `source` as sources.
final class SourceRows {

    private SourceRows() {}

    static Source source(ResultSet row, String idColumn, String kindColumn) throws SQLException {
        String home = row.getString("home");
        return new Source(
                row.getString(idColumn),
                row.getString("name"),
                home == null ? null : URI.create(home),
                URI.create(row.getString("feed")),
                SourceKind.valueOf(row.getString(kindColumn)),
                row.getString("language"),
                row.getBoolean("verify_certificate"));
    }
}
