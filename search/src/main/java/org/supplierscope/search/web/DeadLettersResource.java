package org.supplierscope.search.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.supplierscope.search.index.DeadLetters.DeadLetter;

/// What the stages could not read, by REST.
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    private final SearchGate search;

    /// @param search knows the letters
    public DeadLettersResource(SearchGate search) {
        this.search = search;
    }

    /// The latest letters, newest first, without their bytes.
    @Operation(operationId = "listDeadLetters", summary = "What the stages could not read lately, newest first.")
    @APIResponse(responseCode = "200", description = "The letters, without their bytes.")
    @GET
    public List<DeadLetter> letters() {
        return search.stage().deadLetters().all();
    }
}
