package org.supplierscope.search.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.supplierscope.search.index.SourceRefusals.Refusal;

/// What the crawlers refused of what was wanted of sources, by REST.
@Path("/api/v1/source-refusals")
@Produces(MediaType.APPLICATION_JSON)
public class RefusalsResource {

    private final SearchGate search;

    /// @param search knows the refusals
    public RefusalsResource(SearchGate search) {
        this.search = search;
    }

    /// The latest refusals, newest first; `command` is what the answer to the request said.
    @Operation(
            operationId = "listSourceRefusals",
            summary = "What the crawlers refused of what was wanted of sources, newest first.")
    @APIResponse(responseCode = "200", description = "The latest refusals.")
    @GET
    public List<Refusal> refusals() {
        return search.stage().sourceRefusals().all();
    }
}
