package org.supplierscope.deploy.opinion;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Switches off what the HTTP library logs of each exchange: it writes all headers, the key among
/// them, at a level that is on in a process that has not set up its logging, as commands have
/// not.
final class WireLog {

    /// Held here, since levels are forgotten with the loggers that nobody holds.
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.apache.hc.client5.http.wire"),
            Logger.getLogger("org.apache.hc.client5.http.headers"));

    private WireLog() {}

    /// From now on, for the whole process.
    static void silence() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
