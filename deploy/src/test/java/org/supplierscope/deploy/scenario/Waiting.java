package org.supplierscope.deploy.scenario;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Waits for something to come true, and fails with its name when it does not.
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Waiting() {}

    /// Looks for something.
    public interface Look<T> {
        /// What was found, or null when it is not there yet.
        @Nullable
        T now() throws IOException, InterruptedException;
    }

    /// Looks again and again.
    public static <T> T until(Duration patience, String what, Look<T> look) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T found = look.now();
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience.toSeconds() + " s in vain for: " + what);
            }
            Thread.sleep(PAUSE);
        }
    }
}
