package org.supplierscope.search.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.search.index.SourceCommands.CommandNotSentException;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// Sources by REST. What is asked for is on its way when the answer (202) comes; the source's state tells when
/// it is done, or [RefusalsResource] that it will not be.
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourcesResource {

    private final SearchGate search;
    private final SourceDesk desk;

    /// @param search knows the sources
    /// @param desk takes what is wanted
    public SourcesResource(SearchGate search, SourceDesk desk) {
        this.search = search;
        this.desk = desk;
    }

    /// How every source fares.
    @Operation(operationId = "listSources", summary = "How every source fares.")
    @APIResponse(responseCode = "200", description = "The sources.")
    @GET
    public List<SourceStatus> sources() {
        return search.stage().sources().all();
    }

    /// How one source fares.
    @Operation(operationId = "getSource", summary = "How one source fares.")
    @APIResponseSchema(value = SourceStatus.class, responseCode = "200", responseDescription = "The source.")
    @APIResponse(responseCode = "404", description = "There is no source with this id.")
    @GET
    @Path("{id}")
    public Response source(@Parameter(description = "The source's id, such as lens-week.") @PathParam("id") String id) {
        SourceStatus status = search.stage().sources().one(id);
        return status == null ? missing() : Response.ok(status).build();
    }

    /// Adds a source.
    ///
    /// @param request at least the address
    @Operation(operationId = "addSource", summary = "Adds a source, or takes a removed one up again.")
    @APIResponseSchema(
            value = SourceDesk.Asked.class,
            responseCode = "202",
            responseDescription =
                    "It is on its way; the source's state tells when it is done, or a refusal that it will not be.")
    @APIResponse(responseCode = "400", description = "The address or another field cannot be used.")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Nullable SourceRequest request) {
        if (request == null) {
            return Problem.response(Response.Status.BAD_REQUEST, "a JSON object with the key address is needed", null);
        }
        try {
            SourceDesk.Asked asked = desk.add(request);
            return Response.accepted(asked)
                    .location(URI.create("/api/v1/sources/" + asked.id()))
                    .build();
        } catch (WrongParameterException e) {
            return Problem.response(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()), null);
        } catch (CommandNotSentException e) {
            return unavailable(e);
        }
    }

    /// Does something with a source.
    ///
    /// @param action `pause`, `resume` or `check`
    @Operation(operationId = "askSource", summary = "Does something with a source.")
    @APIResponseSchema(value = SourceDesk.Asked.class, responseCode = "202", responseDescription = "It is on its way.")
    @APIResponse(responseCode = "404", description = "There is no source with this id, or no such action.")
    @POST
    @Path("{id}/{action}")
    public Response ask(
            @Parameter(description = "The source's id, such as lens-week.") @PathParam("id") String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"pause", "resume", "check", "remove"}))
                    @PathParam("action")
                    String action) {
        try {
            SourceDesk.Asked asked = desk.ask(id, action);
            return asked == null ? missing() : Response.accepted(asked).build();
        } catch (WrongParameterException e) {
            return Problem.response(Response.Status.NOT_FOUND, String.valueOf(e.getMessage()), null);
        } catch (CommandNotSentException e) {
            return unavailable(e);
        }
    }

    /// Takes a source out; its articles stay.
    @Operation(operationId = "removeSource", summary = "Takes a source out; its articles stay.")
    @APIResponseSchema(value = SourceDesk.Asked.class, responseCode = "202", responseDescription = "It is on its way.")
    @APIResponse(responseCode = "404", description = "There is no source with this id.")
    @DELETE
    @Path("{id}")
    public Response remove(@Parameter(description = "The source's id, such as lens-week.") @PathParam("id") String id) {
        return ask(id, "remove");
    }

    private static Response missing() {
        return Problem.response(Response.Status.NOT_FOUND, "there is no source with this id", null);
    }

    private static Response unavailable(CommandNotSentException e) {
        return Problem.response(Response.Status.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()), null);
    }
}
