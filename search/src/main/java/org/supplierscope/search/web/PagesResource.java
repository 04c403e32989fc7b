package org.supplierscope.search.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.supplierscope.search.query.QueryException;
import org.supplierscope.search.query.SearchResult;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// The pages: search and one article.
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class PagesResource {

    private static final int PAGE = 20;

    private final SearchGate search;

    /// @param search what is asked
    public PagesResource(SearchGate search) {
        this.search = search;
    }

    /// The templates, checked at build time.
    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance search(SearchView view);

        static native TemplateInstance article(ArticleView view);

        static native TemplateInstance notFound();
    }

    /// The search page; without a query, the newest articles.
    @GET
    public Response search(@BeanParam RequestParameters parameters) {
        try {
            var request = parameters.request(PAGE);
            SearchResult result = search.stage().articles().search(request);
            return Response.ok(Templates.search(SearchView.of(parameters, request, result)))
                    .build();
        } catch (QueryException e) {
            String message = e.getMessage() + " (at character " + e.position() + ")";
            return problem(parameters, message);
        } catch (WrongParameterException e) {
            return problem(parameters, String.valueOf(e.getMessage()));
        }
    }

    private static Response problem(RequestParameters parameters, String message) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(Templates.search(SearchView.problem(parameters, message)))
                .build();
    }

    /// One article with everything that analysis made of it.
    ///
    /// @param id 32 hexadecimal digits
    @GET
    @Path("articles/{id}")
    public Response article(@PathParam("id") String id) {
        SearchResult.Hit hit = search.stage().articles().article(id);
        return hit == null
                ? Response.status(Response.Status.NOT_FOUND)
                        .entity(Templates.notFound())
                        .build()
                : Response.ok(Templates.article(ArticleView.of(hit))).build();
    }
}
