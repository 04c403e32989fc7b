package org.supplierscope.deploy;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// What of the log is shown on the console: warnings of our own, which a person can act on, and errors of
/// anybody. The
/// warnings of libraries are in the log file.
@LoggingFilter(name = "console")
public final class ConsoleFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        String logger = record.getLoggerName();
        boolean ours = logger != null && logger.startsWith("org.supplierscope");
        return record.getLevel().intValue() >= (ours ? Level.WARNING : Level.SEVERE).intValue();
    }
}
