package org.supplierscope.ingest.frontier;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/// The databases that we run on: each is started and migrated once, when it is first asked for.
@SuppressWarnings("ImmutableEnumChecker") // a pool of connections, shared on purpose
public enum DatabaseKind {
    /// In memory, in the mode in which the product runs it.
    H2(JdbcConnectionPool.create(
            "jdbc:h2:mem:ledger;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "sa",
            "")),
    /// The real server, started from its own binaries; ends with the process.
    POSTGRESQL(postgres());

    private final DataSource database;

    DatabaseKind(DataSource database) {
        this.database = database;
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/ingest")
                .load()
                .migrate();
    }

    /// The database, migrated.
    public DataSource database() {
        return database;
    }

    private static DataSource postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "40")
                    .start()
                    .getPostgresDatabase();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
