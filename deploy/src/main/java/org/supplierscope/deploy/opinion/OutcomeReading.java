package org.supplierscope.deploy.opinion;

import org.supplierscope.analysis.opinion.Opinion;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.opinion.OpinionQuestion;
import org.supplierscope.analysis.opinion.RefusalKind;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;

/// Makes an opinion of how the request ended. What an endpoint says in the body of an error is
/// not read: it may say anything, our key included.
final class OutcomeReading {

    private OutcomeReading() {}

    static Opinion opinion(Endpoint at, OpinionQuestion question, FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> question.answer(fetched.body());
            case FetchOutcome.NotModified _ ->
                new Refused(RefusalKind.ENDPOINT_FAILED, "the endpoint says that nothing changed, unasked");
            case FetchOutcome.Redirected _ ->
                new Refused(
                        RefusalKind.REDIRECTED,
                        "the endpoint sends us elsewhere, which we do not follow: set the address that answers itself");
            case FetchOutcome.Refused no -> refused(at, no);
            case Failed failed -> failed(at, failed);
        };
    }

    private static Refused refused(Endpoint at, FetchOutcome.Refused no) {
        if (no.kind() == Refusal.TOO_LARGE) {
            return new Refused(
                    RefusalKind.ANSWER_TOO_LARGE,
                    "the answer is larger than supplierscope.opinion.max-answer-bytes=" + at.maxAnswerBytes());
        }
        return new Refused(
                RefusalKind.ADDRESS,
                no.reason()
                        + (at.opened().isEmpty()
                                ? " (supplierscope.opinion.allow-private is false)"
                                : ", nor on a network of the house"));
    }

    private static Refused failed(Endpoint at, Failed failed) {
        return switch (failed.kind()) {
            case DEADLINE ->
                new Refused(
                        RefusalKind.TIME_OUT, "no whole answer within supplierscope.opinion.deadline=" + at.deadline());
            case NO_SUCH_HOST, CONNECTION, TLS ->
                new Refused(
                        RefusalKind.NO_CONNECTION,
                        at.url().getScheme() + "://" + at.url().getRawAuthority() + ": "
                                + failed.reason().replaceAll("\\p{C}+", " "));
            case SLOW_DOWN ->
                new Refused(
                        RefusalKind.SLOW_DOWN,
                        "the endpoint has had too many questions (HTTP " + failed.status() + ")"
                                + (failed.retryAfter() == null
                                        ? ""
                                        : " and asks us to wait "
                                                + failed.retryAfter().toSeconds() + " seconds"));
            case CLIENT_ERROR, SERVER_ERROR, CHALLENGE -> byStatus(at, failed.status());
            case PROTOCOL ->
                new Refused(
                        RefusalKind.ENDPOINT_FAILED,
                        "what came back is broken, not HTTP, or compressed although that was not asked for");
        };
    }

    private static Refused byStatus(Endpoint at, int status) {
        return switch (status) {
            case 401, 403 ->
                new Refused(
                        RefusalKind.KEY_REFUSED,
                        "the endpoint " + (at.key() == null ? "wants a key, and none is set" : "does not take the key")
                                + " (HTTP " + status + ")");
            case 404 ->
                new Refused(
                        RefusalKind.NO_SUCH_MODEL,
                        "the endpoint knows no model '" + at.model() + "', or not the path "
                                + at.url().getPath() + " (HTTP 404)");
            case 400 ->
                new Refused(
                        RefusalKind.ENDPOINT_FAILED,
                        "the endpoint does not take the question (HTTP 400): perhaps it cannot hold a model to a schema");
            default -> new Refused(RefusalKind.ENDPOINT_FAILED, "the endpoint failed (HTTP " + status + ")");
        };
    }
}
