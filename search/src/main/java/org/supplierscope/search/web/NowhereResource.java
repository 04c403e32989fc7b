package org.supplierscope.search.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/// Addresses below `/api/` that stand for nothing.
@Path("/api/{path:.*}")
public class NowhereResource {

    /// 404, as a problem document.
    @GET
    public Response nothing() {
        return Problem.response(Response.Status.NOT_FOUND, "there is nothing at this address", null);
    }
}
