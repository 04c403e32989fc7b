package org.supplierscope.ingest.frontier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Plain JDBC: a transaction for each piece of work, parameters by position, instants as UTC.
///
/// @param database H2 in PostgreSQL mode, or PostgreSQL
public record Transactions(DataSource database) {

    /// Work in one transaction.
    ///
    /// @param <T> what comes of it
    public interface Work<T extends @Nullable Object> {
        /// Does it; throwing rolls it back.
        T in(Connection connection) throws SQLException;
    }

    /// Reads one row.
    ///
    /// @param <T> what a row becomes
    public interface Row<T> {
        /// Reads the row that the result set stands on.
        T read(ResultSet row) throws SQLException;
    }

    /// How often work is tried that the database broke off in favour of another's.
    private static final int TRIES = 5;

    /// Runs work in a transaction of its own; again when the database broke it off because another transaction
    /// was in its way, which left nothing behind.
    ///
    /// @param doing for the message when it fails, such as "taking a turn"
    /// @throws FrontierException when the database fails
    public <T extends @Nullable Object> T run(String doing, Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (attempt == TRIES || !anotherWasFirst(e.getSQLState())) {
                    throw new FrontierException(doing, e);
                }
            }
        }
    }

    /// Class 40 is a deadlock or a serialisation failure, 23505 a row that another inserted since we looked.
    private static boolean anotherWasFirst(@Nullable String state) {
        return state != null && (state.startsWith("40") || state.equals("23505"));
    }

    private <T extends @Nullable Object> T once(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    /// A connection that is lost cannot be rolled back either; what happened first is what is told.
    private static void rollback(Connection connection, Exception first) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    /// Runs a statement; answers how many rows it changed.
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /// Runs a query and reads all its rows.
    public static <T> List<T> query(Connection connection, Row<T> row, String sql, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(row.read(rows));
            }
            return read;
        }
    }

    /// As many question marks as there are values, for `in (…)`.
    public static String marks(int values) {
        return String.join(", ", java.util.Collections.nCopies(values, "?"));
    }

    /// A text cut to the length of its column, at a whole character; without NUL, which PostgreSQL refuses.
    ///
    /// @param length in `char` units
    public static @Nullable String fitted(@Nullable String text, int length) {
        if (text == null) {
            return null;
        }
        String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
        if (clean.length() <= length) {
            return clean;
        }
        boolean half = Character.isHighSurrogate(clean.charAt(length - 1));
        return clean.substring(0, half ? length - 1 : length);
    }

    /// An instant column, null when it is null.
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameters[i];
            statement.setObject(i + 1, value);
        }
        return statement;
    }
}
