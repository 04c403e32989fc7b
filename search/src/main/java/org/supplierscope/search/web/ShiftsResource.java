package org.supplierscope.search.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// Shifts of course by REST.
@Path("/api/v1/shifts")
@Produces(MediaType.APPLICATION_JSON)
public class ShiftsResource {

    private static final int USUAL_LIMIT = 20;

    private final SearchGate search;

    /// @param search knows the shifts
    public ShiftsResource(SearchGate search) {
        this.search = search;
    }

    /// The answer.
    ///
    /// @param total how many are asked for, exactly
    /// @param shifts the asked part of them
    @Schema(name = "ShiftAnswer")
    public record Answer(int total, List<StrategyShift> shifts) {}

    /// The shifts, the one detected last first.
    ///
    /// @param parameters `supplier`, `theme`, `since`, `revoked`, `offset`, `limit`
    @Operation(operationId = "listShifts", summary = "Shifts of course, the one detected last first.")
    @APIResponseSchema(
            value = ShiftsResource.Answer.class,
            responseCode = "200",
            responseDescription = "The shifts asked for.")
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood.")
    @GET
    public Response shifts(@BeanParam ShiftParameters parameters) {
        try {
            ShiftParameters.Page page = parameters.page(USUAL_LIMIT);
            List<StrategyShift> found = search.stage().shifts().find(page.filter());
            return Response.ok(new Answer(found.size(), page.of(found))).build();
        } catch (WrongParameterException e) {
            return Problem.response(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()), null);
        }
    }
}
