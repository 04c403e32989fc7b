package org.supplierscope.search.web;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// An error as a problem document (RFC 9457).
///
/// @param type `about:blank`: the status says it all
/// @param title the status in words
/// @param status HTTP status
/// @param detail what is wrong and what to do
/// @param position where in the query, in characters from 1; null when it is not about a query
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Integer position) {

    /// Under which the OpenAPI document has it.
    static final String NAME = "Problem";

    static final String MEDIA_TYPE = "application/problem+json";

    static Response response(Response.Status status, String detail, @Nullable Integer position) {
        var problem = new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, position);
        return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
    }
}
