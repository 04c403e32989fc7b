package org.supplierscope.search.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.supplierscope.search.query.QueryException;
import org.supplierscope.search.query.SearchResult;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// Articles by REST.
@Path("/api/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    private static final int USUAL_LIMIT = 20;

    private final SearchGate search;

    /// @param search what is asked
    public ArticlesResource(SearchGate search) {
        this.search = search;
    }

    /// Searches.
    ///
    /// @param parameters `q` (`*` finds all), `supplier`, `about`, `stance`, `theme`, `copies`, `order`,
    /// `offset`, `limit`
    @Operation(operationId = "searchArticles", summary = "Searches articles.")
    @APIResponseSchema(
            value = ArticleAnswer.class,
            responseCode = "200",
            responseDescription = "The articles that match.")
    @APIResponse(responseCode = "400", description = "The query or a parameter cannot be understood.")
    @GET
    public Response search(@BeanParam RequestParameters parameters) {
        try {
            SearchResult result = search.stage().articles().search(parameters.request(USUAL_LIMIT));
            return Response.ok(ArticleAnswer.of(result)).build();
        } catch (QueryException e) {
            return Problem.response(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()), e.position());
        } catch (WrongParameterException e) {
            return Problem.response(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()), null);
        }
    }

    /// One article, with its text.
    ///
    /// @param id 32 hexadecimal digits
    @Operation(operationId = "getArticle", summary = "One article, with its text.")
    @APIResponseSchema(value = ArticleAnswer.Hit.class, responseCode = "200", responseDescription = "The article.")
    @APIResponse(responseCode = "404", description = "There is no article with this id.")
    @GET
    @Path("{id}")
    public Response article(@Parameter(description = "32 hexadecimal digits.") @PathParam("id") String id) {
        SearchResult.Hit hit = search.stage().articles().article(id);
        return hit == null
                ? Problem.response(Response.Status.NOT_FOUND, "there is no article with this id", null)
                : Response.ok(ArticleAnswer.whole(hit)).build();
    }
}
