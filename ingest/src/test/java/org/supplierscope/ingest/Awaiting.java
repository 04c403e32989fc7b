package org.supplierscope.ingest;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what other threads bring about, and fails when it does not come.
public final class Awaiting {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Awaiting() {}

    /// Returns as soon as it holds.
    ///
    /// @param what for the message
    public static void until(String what, BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "within " + PATIENCE.toSeconds() + " seconds it did not come to pass: " + what);
            }
            Thread.sleep(5);
        }
    }
}
