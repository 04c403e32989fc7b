package org.supplierscope.search.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.StrategyTimeline;

/// A supplier's course over time by REST.
@Path("/api/v1/suppliers/{id}/strategy")
@Produces(MediaType.APPLICATION_JSON)
public class StrategyResource {

    private final SearchGate search;

    /// @param search knows the timelines
    public StrategyResource(SearchGate search) {
        this.search = search;
    }

    /// The course over time.
    ///
    /// @param id the supplier's, in the catalogue
    /// @param theme id of a theme; blank or null for the course as a whole
    @Operation(operationId = "getStrategy", summary = "A supplier's course over time, as a whole or within a theme.")
    @APIResponseSchema(value = StrategyAnswer.class, responseCode = "200", responseDescription = "The course.")
    @APIResponse(
            responseCode = "404",
            description = "No story has told the course of such a supplier, or not in this theme.")
    @GET
    public Response strategy(
            @Parameter(description = "The supplier's id in the catalogue, such as largan-precision.") @PathParam("id")
                    String id,
            @Parameter(description = "Id of a theme; without it the course as a whole.") @QueryParam("theme") @Nullable
                    String theme) {
        List<StrategyTimeline> all = search.stage().timelines().of(id);
        String asked = theme == null || theme.isBlank() ? null : theme.strip();
        return all.stream()
                .filter(timeline -> Objects.equals(timeline.theme(), asked))
                .findFirst()
                .map(timeline -> Response.ok(StrategyAnswer.of(all, timeline)).build())
                .orElseGet(() -> Problem.response(
                        Response.Status.NOT_FOUND,
                        "no story has told the course of a supplier with this id"
                                + (asked == null ? "" : " in this theme"),
                        null));
    }
}
