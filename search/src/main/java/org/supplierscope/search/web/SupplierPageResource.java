package org.supplierscope.search.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.SearchStage;
import org.supplierscope.search.index.ShiftBoard;
import org.supplierscope.search.query.QueryException;
import org.supplierscope.search.query.SearchRequest;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchResult;
import org.supplierscope.search.query.SearchResult.ThemeCount;

/// The page of one supplier: its course over time, and its turns.
@Path("/suppliers/{id}")
@Produces(MediaType.TEXT_HTML)
public class SupplierPageResource {

    private final SearchGate search;
    private final Clock clock;

    /// @param search knows timelines, shifts and articles
    /// @param clock tells how long ago the last story was
    public SupplierPageResource(SearchGate search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /// The templates, checked at build time.
    @CheckedTemplate(basePath = "PagesResource")
    static class Templates {
        private Templates() {}

        static native TemplateInstance supplier(SupplierView view);

        static native TemplateInstance noSupplier();
    }

    /// The page.
    ///
    /// @param id the supplier's, in the catalogue
    /// @param theme id of a theme; blank or null for the course as a whole
    @GET
    public Response supplier(@PathParam("id") String id, @QueryParam("theme") @Nullable String theme) {
        SearchStage stage = search.stage();
        SearchResult.Counts counts = counts(stage, id);
        SupplierView view = SupplierView.of(
                id,
                theme == null || theme.isBlank() ? null : theme.strip(),
                counts.suppliers().stream()
                        .filter(named -> named.id().equals(id))
                        .findFirst()
                        .orElse(null),
                counts.themes().stream().collect(Collectors.toMap(ThemeCount::id, ThemeCount::name, (most, _) -> most)),
                stage.timelines().of(id),
                stage.shifts().find(new ShiftBoard.Filter(id, null, null, true)),
                YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
        return view == null
                ? Response.status(Response.Status.NOT_FOUND)
                        .entity(Templates.noSupplier())
                        .build()
                : Response.ok(Templates.supplier(view)).build();
    }

    /// What there is among the articles that name the supplier.
    private static SearchResult.Counts counts(SearchStage stage, String id) {
        try {
            var request = new SearchRequest("", Filter.naming(id), SearchRequest.Order.NEWEST, 0, 0);
            return stage.articles().search(request).counts();
        } catch (QueryException e) {
            throw new IllegalStateException("an empty query is no problem", e);
        }
    }
}
