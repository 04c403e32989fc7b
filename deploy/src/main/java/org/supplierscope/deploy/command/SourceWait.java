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
    ///
    /// @param asked the service's answer to the request, with the source's id and the command's receipt
    /// @throws ServiceException also when the crawler refused the command, with its reason
    @Nullable
    JsonNode until(JsonNode asked, Predicate<JsonNode> condition) throws ServiceException, InterruptedException {
        String id = asked.path("id").asText();
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (JsonNode source : service.get("/api/v1/sources").json()) {
                if (source.path("id").asText().equals(id) && condition.test(source)) {
                    return source;
                }
            }
            for (JsonNode refusal : service.get("/api/v1/source-refusals").json()) {
                if (refusal.path("command").equals(asked.path("command"))) {
                    throw new ServiceException(
                            "refused: " + refusal.path("reason").asText(), null);
                }
            }
            Thread.sleep(LOOK);
        }
        return null;
    }
}
