package org.supplierscope.ingest.frontier;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

class H2LedgerTest extends LedgerScenarios {

    private static final DataSource DATABASE = migrated(JdbcConnectionPool.create(
            "jdbc:h2:mem:ledger;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
            "sa",
            ""));

    @Override
    DataSource database() {
        return DATABASE;
    }
}
