package org.supplierscope.ingest.fetch;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.fetch.GuardedResolver.NotPublicException;

/// The one HTTP client for everything that leaves the process: http and https only, public addresses only, size
/// limits before and after decoding, a deadline for the whole exchange, certificates verified unless a source
/// is trusted without, no cookies, no credentials (so that a redirect has none to lose), no redirects followed.
///
/// Thread-safe; as many requests at once as there are callers. Every outcome of a request is a [FetchOutcome];
/// nothing is thrown for what a server does.
public final class Fetcher implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,255}+");
    /// A host whose last part is a number is an address to browsers (WHATWG URL, "ends in a number"), in
    /// whatever base its parts are; Java reads octal digits as decimal ones.
    private static final Pattern NUMBER = Pattern.compile("(^|\\.)([0-9]++|0[xX][0-9a-fA-F]*+)\\.?$");

    private static final Pattern DOTTED = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final FetchSettings settings;
    private final CloseableHttpClient verifying;
    private final CloseableHttpClient trusting;
    private final AnswerReading answers;
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService exchanges = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("fetch-", 0).factory());

    /// @param settings limits and name
    /// @param guard which addresses may be dialled
    public Fetcher(FetchSettings settings, AddressGuard guard) {
        this(settings, guard, SystemDefaultDnsResolver.INSTANCE);
    }

    /// @param names looks names up
    Fetcher(FetchSettings settings, AddressGuard guard, DnsResolver names) {
        this.settings = settings;
        this.answers = new AnswerReading(new BodyReader(settings.maxBodyBytes()), settings.compressed());
        var guarded = new GuardedResolver(guard, names);
        this.verifying = GuardedClient.of(settings, guarded, Trust.VERIFIED);
        this.trusting = GuardedClient.of(settings, guarded, Trust.ANY_CERTIFICATE);
    }

    /// Asks for an address whose certificate must be in order. An interrupt breaks the request off and stays
    /// set.
    ///
    /// @param url absolute
    /// @param conditions request headers such as `If-None-Match`; empty for a plain request
    public FetchOutcome fetch(URI url, Map<String, String> conditions) {
        return fetch(url, conditions, Trust.VERIFIED);
    }

    /// Asks for an address. An interrupt breaks the request off and stays set.
    ///
    /// @param url absolute
    /// @param conditions request headers such as `If-None-Match`; empty for a plain request
    /// @param trust which certificates will do
    public FetchOutcome fetch(URI url, Map<String, String> conditions, Trust trust) {
        return ask(url, HttpGet::new, conditions, trust, AnswerReading.WHOLE);
    }

    /// Asks for the beginning of what an address holds, however large it is. An interrupt breaks the request
    /// off and stays set.
    ///
    /// @param url absolute
    /// @param trust which certificates will do
    /// @param bytes how much of the decoded body is wanted, at least 1; a body that has more is cut there
    public FetchOutcome fetchBeginning(URI url, Trust trust, int bytes) {
        return ask(url, HttpGet::new, Map.of(), trust, bytes);
    }

    /// Sends something to an address whose certificate must be in order. An interrupt breaks the request off
    /// and stays set, and does not tell whether what was sent came in.
    ///
    /// @param url absolute
    /// @param headers such as `Content-Type`
    /// @param body what is sent
    public FetchOutcome post(URI url, Map<String, String> headers, byte[] body) {
        return ask(
                url,
                at -> {
                    var post = new HttpPost(at);
                    post.setEntity(new ByteArrayEntity(body, null));
                    return post;
                },
                headers,
                Trust.VERIFIED,
                AnswerReading.WHOLE);
    }

    /// How many requests hold a thread or a socket now.
    public int underWay() {
        return underWay.get();
    }

    private FetchOutcome ask(
            URI url, Function<URI, HttpUriRequestBase> method, Map<String, String> headers, Trust trust, int bytes) {
        String refusal = refusal(url);
        if (refusal != null) {
            return new Refused(Refusal.ADDRESS, refusal);
        }
        HttpUriRequestBase request = method.apply(url);
        headers.forEach(request::setHeader);
        request.setHeader("Connection", "close");
        request.setHeader("Accept-Encoding", settings.compressed() ? BodyDecoding.ACCEPTED : BodyDecoding.NONE);
        CloseableHttpClient client = trust == Trust.VERIFIED ? verifying : trusting;
        var known = new AtomicReference<@Nullable FetchOutcome>();
        try {
            // In a thread of its own, because nothing else bounds the look-up of a name.
            Future<FetchOutcome> exchange = exchanges.submit(() -> exchange(url, client, request, bytes, known));
            try {
                return exchange.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                if (!exchange.isDone()) {
                    request.abort();
                    exchange.cancel(true);
                }
            }
        } catch (TimeoutException e) {
            FetchOutcome meanwhile = known.get();
            return meanwhile == null ? deadlinePassed() : meanwhile;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Failure.CONNECTION, "the request was broken off", null);
        } catch (RejectedExecutionException e) {
            return new Failed(Failure.CONNECTION, "nothing is fetched any more", null);
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    /// A host that `URI` does not know as one, such as one with an underscore, is known to the client by its
    /// authority; where it leads is checked like any other.
    private static @Nullable String refusal(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getRawAuthority() == null) {
            return "only http and https addresses are fetched, not " + url;
        }
        if (url.getRawAuthority().indexOf('@') >= 0) {
            return "an address with a user name or password is not fetched";
        }
        String host = url.getHost() == null ? url.getRawAuthority().replaceFirst(":[0-9]{0,5}$", "") : url.getHost();
        if (url.getHost() == null && !NAME.matcher(host).matches()) {
            return "no host can be read in " + url;
        }
        return NUMBER.matcher(host).find() && !DOTTED.matcher(host).matches()
                ? host + " is a number that is read differently by different readers, so it counts as one that is not"
                        + " on the public internet"
                : null;
    }

    private FetchOutcome exchange(
            URI url,
            CloseableHttpClient client,
            HttpUriRequestBase request,
            int bytes,
            AtomicReference<@Nullable FetchOutcome> known)
            throws IOException {
        underWay.incrementAndGet();
        try {
            ClassicHttpResponse response = client.executeOpen(null, request, null);
            boolean conditional =
                    request.containsHeader("If-None-Match") || request.containsHeader("If-Modified-Since");
            return answers.outcome(url, conditional, bytes, response, known::set);
        } finally {
            // Closes the connection; to close the response would be to read the rest of its body.
            request.abort();
            underWay.decrementAndGet();
        }
    }

    /// Requests under way are broken off.
    @Override
    public void close() throws IOException {
        exchanges.shutdownNow();
        verifying.close();
        trusting.close();
    }

    private FetchOutcome deadlinePassed() {
        return new Failed(
                Failure.DEADLINE,
                "no complete answer within " + settings.deadline().toSeconds() + " seconds",
                null);
    }

    private FetchOutcome failure(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotPublicException notPublic) {
                return new Refused(Refusal.ADDRESS, String.valueOf(notPublic.getMessage()));
            }
        }
        return switch (e) {
            case UnknownHostException _ -> new Failed(Failure.NO_SUCH_HOST, "no address is known for this name", null);
            case SSLException _ -> new Failed(Failure.TLS, "no secure connection: " + e.getMessage(), null);
            case ConnectTimeoutException _ -> new Failed(Failure.CONNECTION, "no connection: nobody answers", null);
            case SocketTimeoutException _ -> deadlinePassed();
            case SocketException _ -> new Failed(Failure.CONNECTION, "no connection: " + e.getMessage(), null);
            default -> new Failed(Failure.PROTOCOL, "the answer could not be read: " + e.getMessage(), null);
        };
    }
}
