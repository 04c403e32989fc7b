package org.supplierscope.search.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// The page of the latest turns over all suppliers.
@Path("/shifts")
@Produces(MediaType.TEXT_HTML)
public class ShiftsPageResource {

    private static final int PAGE = 20;

    private final SearchGate search;

    /// @param search knows the shifts
    public ShiftsPageResource(SearchGate search) {
        this.search = search;
    }

    /// The template, checked at build time.
    @CheckedTemplate(basePath = "PagesResource")
    static class Templates {
        private Templates() {}

        static native TemplateInstance shifts(ShiftsView view);
    }

    /// The turns, the one detected last first.
    ///
    /// @param parameters as of the API
    @GET
    public Response shifts(@BeanParam ShiftParameters parameters) {
        try {
            ShiftParameters.Page page = parameters.page(PAGE);
            var view = ShiftsView.of(
                    parameters,
                    page,
                    search.stage().shifts().find(page.filter()),
                    search.stage().timelines().whole());
            return Response.ok(Templates.shifts(view)).build();
        } catch (WrongParameterException e) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.shifts(ShiftsView.problem(String.valueOf(e.getMessage()))))
                    .build();
        }
    }
}
