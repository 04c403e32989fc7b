package org.supplierscope.deploy;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/// The one place where the time comes from.
public class SystemClock {

    /// The time of the machine.
    @Produces
    @Singleton
    public Clock clock() {
        return Clock.systemUTC();
    }
}
