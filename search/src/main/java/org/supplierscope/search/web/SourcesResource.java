package org.supplierscope.search.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.supplierscope.ingest.published.SourceStatus;

/// Sources by REST.
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {

    private final SearchGate search;

    /// @param search what is asked
    public SourcesResource(SearchGate search) {
        this.search = search;
    }

    /// How every source fares.
    @GET
    public List<SourceStatus> sources() {
        return search.stage().sources().all();
    }
}
