package org.supplierscope.ingest.frontier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

class PostgresLedgerTest extends LedgerScenarios {

    private static final DataSource DATABASE = migrated(started().getPostgresDatabase());

    /// Ends with the process.
    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "40")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    DataSource database() {
        return DATABASE;
    }
}
