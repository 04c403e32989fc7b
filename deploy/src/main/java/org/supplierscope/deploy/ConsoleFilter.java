package org.supplierscope.deploy;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/// What of the log is shown on the console: warnings of our own, which a person can act on, and errors of
/// others. The warnings of libraries are in the log file, and so is what Kafka Streams calls an error and mends
/// by itself: after a hard stop it rebuilds its stores from Kafka, and what it cannot mend reaches us.
@LoggingFilter(name = "console")
public final class ConsoleFilter implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        String logger = record.getLoggerName();
        boolean ours = logger != null && logger.startsWith("org.supplierscope");
        if (logger != null && logger.startsWith("org.apache.kafka.streams.processor.internals")) {
            return false;
        }
        return record.getLevel().intValue() >= (ours ? Level.WARNING : Level.SEVERE).intValue();
    }
}
