package org.supplierscope.search.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// What a request gets that the framework refuses: a problem document that says why, where it would answer
/// without a word.
public class ErrorAnswers {

    /// A request that the framework refused. Answers that say something already are left as they are.
    @ServerExceptionMapper
    public Response refused(WebApplicationException refused) {
        Response answer = refused.getResponse();
        Response.Status status = Response.Status.fromStatusCode(answer.getStatus());
        if (answer.hasEntity() || status == null || answer.getStatus() < 400) {
            return answer;
        }
        return Problem.response(status, detail(status), null);
    }

    private static String detail(Response.Status status) {
        return switch (status) {
            case BAD_REQUEST -> "the request's body or parameters cannot be read; a body must be valid JSON";
            case METHOD_NOT_ALLOWED -> "this address does not take this method";
            case UNSUPPORTED_MEDIA_TYPE -> "the body must be JSON: send it with Content-Type: application/json";
            case NOT_ACCEPTABLE -> "what the request accepts is not offered here; this address answers in JSON";
            case NOT_FOUND -> "there is nothing at this address";
            default -> "the request was refused: " + status.getReasonPhrase();
        };
    }
}
