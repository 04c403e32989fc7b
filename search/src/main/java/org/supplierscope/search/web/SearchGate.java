package org.supplierscope.search.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.SearchStage;

/// Where requests find the search stage. HTTP listens before the stage is up; until then every request is
/// answered
/// with 503 and asked to come back.
@Singleton
public class SearchGate {

    private volatile @Nullable SearchStage stage;

    /// Lets requests in.
    public void open(SearchStage stage) {
        this.stage = stage;
    }

    /// The stage.
    ///
    /// @throws WebApplicationException 503 while the stage is not up
    SearchStage stage() {
        SearchStage up = stage;
        if (up == null) {
            throw new WebApplicationException(Response.fromResponse(Problem.response(
                            Response.Status.SERVICE_UNAVAILABLE,
                            "the service is starting; try again in a moment",
                            null))
                    .header("Retry-After", 2)
                    .build());
        }
        return up;
    }
}
