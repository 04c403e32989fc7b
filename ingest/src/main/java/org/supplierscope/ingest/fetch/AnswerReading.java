package org.supplierscope.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.fetch.BoundedBytes.TooLargeException;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

/// Makes an outcome of a server's answer. Thread-safe.
final class AnswerReading {

    /// What these say of the body on the wire is no longer true of the decoded one.
    private static final Set<String> OF_THE_WIRE = Set.of("content-encoding", "transfer-encoding", "content-length");

    /// A body that is wanted as a whole or not at all.
    static final int WHOLE = Integer.MAX_VALUE;

    private final BodyReader bodies;
    private final boolean compressed;
    private final ChallengePages challenges = ChallengePages.known();

    /// @param compressed whether bodies may come compressed
    AnswerReading(BodyReader bodies, boolean compressed) {
        this.bodies = bodies;
        this.compressed = compressed;
    }

    /// Reads an answer; the body only where it is needed, and that of a redirect never.
    ///
    /// @param conditional whether the request allowed the server to answer that nothing changed
    /// @param bytes how much of the body is wanted at most; [#WHOLE] to refuse it when it is too large
    /// @param meanwhile is told what is known before a body is looked at that may not come
    FetchOutcome outcome(
            URI url, boolean conditional, int bytes, ClassicHttpResponse response, Consumer<FetchOutcome> meanwhile)
            throws IOException {
        int status = response.getCode();
        if (status == 304) {
            return conditional
                    ? new NotModified(headers(response))
                    : new Failed(Failure.PROTOCOL, "the server says that nothing changed, unasked", null, status);
        }
        if (status >= 300 && status < 400) {
            return redirect(url, status, response.getFirstHeader("Location"));
        }
        if (status < 200 || status >= 400) {
            return refused(status, response, meanwhile);
        }
        byte[] body;
        try {
            List<String> codings = codings(response);
            body = bytes == WHOLE
                    ? bodies.whole(response.getEntity(), codings)
                    : bodies.beginning(response.getEntity(), codings, bytes);
        } catch (TooLargeException e) {
            return new Refused(Refusal.TOO_LARGE, String.valueOf(e.getMessage()));
        }
        String challenge = challenges.recognise(status, all(response), body);
        return challenge == null
                ? new Fetched(url, status, headers(response), body)
                : challenged(challenge, status, retryAfter(response));
    }

    private FetchOutcome refused(int status, ClassicHttpResponse response, Consumer<FetchOutcome> meanwhile)
            throws IOException {
        Duration retryAfter = retryAfter(response);
        FetchOutcome byStatus = byStatus(status, retryAfter);
        if (status < 400) {
            return byStatus;
        }
        meanwhile.accept(byStatus);
        String challenge = challenges.recognise(status, all(response), glimpse(response));
        return challenge == null ? byStatus : challenged(challenge, status, retryAfter);
    }

    private byte[] glimpse(ClassicHttpResponse response) throws IOException {
        try {
            return bodies.glimpse(response.getEntity(), codings(response));
        } catch (ZipException e) {
            return new byte[0];
        }
    }

    private List<String> codings(ClassicHttpResponse response) throws ZipException {
        List<String> codings = BodyDecoding.codings(all(response));
        if (!compressed && !codings.isEmpty()) {
            throw new ZipException("the body is compressed, which was not asked for");
        }
        return codings;
    }

    private static FetchOutcome byStatus(int status, @Nullable Duration retryAfter) {
        if (status == 429 || (status == 503 && retryAfter != null)) {
            return new Failed(
                    Failure.SLOW_DOWN, "the server asked us to slow down (HTTP " + status + ")", retryAfter, status);
        }
        return status >= 500
                ? new Failed(Failure.SERVER_ERROR, "the server failed (HTTP " + status + ")", retryAfter, status)
                : new Failed(
                        Failure.CLIENT_ERROR,
                        "the server refused the request (HTTP " + status + ")",
                        retryAfter,
                        status);
    }

    private static FetchOutcome challenged(String sign, int status, @Nullable Duration retryAfter) {
        return new Failed(
                Failure.CHALLENGE,
                "the server keeps robots out: " + sign + " (HTTP " + status + ")",
                retryAfter,
                status);
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        return RetryAfter.parse(response.getFirstHeader("Retry-After"), response.getFirstHeader("Date"));
    }

    private static List<Map.Entry<String, String>> headers(ClassicHttpResponse response) {
        return all(response).stream()
                .filter(header -> !OF_THE_WIRE.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<Map.Entry<String, String>> all(ClassicHttpResponse response) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Header header : response.getHeaders()) {
            headers.add(Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue()));
        }
        return headers;
    }

    private static FetchOutcome redirect(URI url, int status, @Nullable Header location) {
        if (location == null || location.getValue() == null) {
            return new Failed(Failure.PROTOCOL, "a redirect without an address (HTTP " + status + ")", null, status);
        }
        // Headers are read as ISO 8859-1; what is not ASCII in an address is UTF-8 by now.
        String link = new String(location.getValue().getBytes(ISO_8859_1), UTF_8);
        URI target = LinkText.resolve(url, link);
        return target == null
                ? new Failed(Failure.PROTOCOL, "a redirect to something that is no address", null, status)
                : new Redirected(target, status == 301 || status == 308);
    }
}
