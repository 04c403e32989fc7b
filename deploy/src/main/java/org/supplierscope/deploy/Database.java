package org.supplierscope.deploy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;

/// The database of this process: the H2 file of a process that plays every role, or PostgreSQL. Which of the
/// two is
/// active is decided by the command line; the other opens nothing.
@Singleton
public class Database {

    private final InjectableInstance<AgroalDataSource> embedded;
    private final InjectableInstance<AgroalDataSource> postgresql;

    /// @param embedded H2
    /// @param postgresql PostgreSQL
    public Database(
            @Any @DataSource("embedded") InjectableInstance<AgroalDataSource> embedded,
            @Any @DataSource("pg") InjectableInstance<AgroalDataSource> postgresql) {
        this.embedded = embedded;
        this.postgresql = postgresql;
    }

    /// Whether no other process can be using it.
    boolean exclusive() {
        return embedded.getHandle().getBean().isActive();
    }

    /// The active one.
    javax.sql.DataSource dataSource() {
        return exclusive() ? embedded.get() : postgresql.get();
    }
}
