package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.command.ServiceClient.ServiceException;

/// Waits for something to be known of a source: what is asked of the crawler is done in its own time.
///
/// @param service the running service
/// @param patience how long
record SourceWait(ServiceClient service, Duration patience) {

    private static final Duration LOOK = Duration.ofMillis(300);

    /// The source's state once a condition holds; null when it did not in time.
    @Nullable
    JsonNode until(String id, Predicate<JsonNode> condition) throws ServiceException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (JsonNode source : service.get("/api/v1/sources").json()) {
                if (source.path("id").asText().equals(id) && condition.test(source)) {
                    return source;
                }
            }
            Thread.sleep(LOOK);
        }
        return null;
    }
}
