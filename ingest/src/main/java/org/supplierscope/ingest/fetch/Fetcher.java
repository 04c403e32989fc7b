package org.supplierscope.ingest.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;
import org.supplierscope.ingest.fetch.GuardedResolver.NotPublicException;

/// The one HTTP client for everything that leaves the process: GET only, http and https only, public addresses
/// only,
/// a size limit after decoding, a deadline for the whole exchange, certificates verified, no cookies, no
/// redirects
/// followed.
///
/// Thread-safe. Every outcome of a request is a [FetchOutcome]; nothing is thrown for what a server does.
public final class Fetcher implements AutoCloseable {

    /// What browsers and servers of today send is far below; with the largest body, the headers fit a record.
    private static final Http1Config HEADER_LIMITS = Http1Config.custom()
            .setMaxLineLength(8 * 1024)
            .setMaxHeaderCount(100)
            .build();

    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final ExecutorService exchanges = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("fetch-", 0).factory());

    /// @param settings limits and name
    /// @param guard which addresses may be dialled
    public Fetcher(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        Timeout patience = Timeout.of(settings.deadline());
        this.client = HttpClients.custom()
                .setUserAgent(settings.userAgent())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(guard))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADER_LIMITS)
                                .build())
                        .setMaxConnTotal(512)
                        .setMaxConnPerRoute(2)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(patience).build())
                // Between two requests a site is left alone for longer than a connection is worth keeping, and
                // what a hostile server sends behind one answer must not be taken for the next.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableContentCompression()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /// Asks for an address. An interrupt breaks the request off and stays set.
    ///
    /// @param url absolute
    /// @param conditions request headers such as `If-None-Match`; empty for a plain request
    public FetchOutcome fetch(URI url, Map<String, String> conditions) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
            return new Refused(Refusal.ADDRESS, "only http and https addresses are fetched, not " + url);
        }
        var get = new HttpGet(url);
        conditions.forEach(get::setHeader);
        get.setHeader("Connection", "close");
        get.setHeader("Accept-Encoding", BodyDecoding.ACCEPTED);
        try {
            // In a thread of its own, because nothing else bounds the look-up of a name.
            Future<FetchOutcome> exchange = exchanges.submit(() -> exchange(url, get));
            try {
                return exchange.get(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                if (!exchange.isDone()) {
                    get.abort();
                    exchange.cancel(true);
                }
            }
        } catch (TimeoutException e) {
            return deadlinePassed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Failure.CONNECTION, "the request was broken off", null);
        } catch (RejectedExecutionException e) {
            return new Failed(Failure.CONNECTION, "nothing is fetched any more", null);
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private FetchOutcome exchange(URI url, HttpGet get) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, get, null);
        try {
            return outcome(url, response);
        } finally {
            // Closes the connection; to close the response would be to read the rest of its body.
            get.abort();
        }
    }

    /// Requests under way are broken off.
    @Override
    public void close() throws IOException {
        exchanges.shutdownNow();
        client.close();
    }

    private FetchOutcome outcome(URI url, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == 304) {
            return new NotModified(headers(response));
        }
        if (status >= 300 && status < 400) {
            return redirect(url, status, response.getFirstHeader("Location"));
        }
        Duration retryAfter = RetryAfter.parse(response.getFirstHeader("Retry-After"), response.getFirstHeader("Date"));
        if (status == 429 || (status == 503 && retryAfter != null)) {
            return new Failed(
                    Failure.SLOW_DOWN, "the server asked us to slow down (HTTP " + status + ")", retryAfter, status);
        }
        if (status >= 500) {
            return new Failed(Failure.SERVER_ERROR, "the server failed (HTTP " + status + ")", retryAfter, status);
        }
        if (status >= 400 || status < 200) {
            return new Failed(
                    Failure.CLIENT_ERROR, "the server refused the request (HTTP " + status + ")", retryAfter, status);
        }
        byte[] body = body(response);
        if (body.length > settings.maxBodyBytes()) {
            return new Refused(Refusal.TOO_LARGE, "the body is larger than " + settings.maxBodyBytes() + " bytes");
        }
        return new Fetched(url, status, headers(response), body);
    }

    private static List<Map.Entry<String, String>> headers(ClassicHttpResponse response) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (Header header : response.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            // What they said of the coded body is no longer true of the decoded one.
            if (!name.equals("content-encoding")
                    && !name.equals("transfer-encoding")
                    && !name.equals("content-length")) {
                headers.add(Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue()));
            }
        }
        return List.copyOf(headers);
    }

    /// One byte more than the limit is enough to know that it is passed. The stream is not closed here: that
    /// would read it to its end.
    private byte[] body(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        InputStream in = BodyDecoding.decoded(entity.getContent(), response.getFirstHeader("Content-Encoding"));
        return in.readNBytes(settings.maxBodyBytes() + 1);
    }

    private static FetchOutcome redirect(URI url, int status, @Nullable Header location) {
        if (location == null || location.getValue() == null) {
            return new Failed(Failure.PROTOCOL, "a redirect without an address (HTTP " + status + ")", null);
        }
        // Headers are read as ISO 8859-1; what is not ASCII in an address is UTF-8 by now.
        String link = new String(location.getValue().getBytes(ISO_8859_1), UTF_8);
        URI target = LinkText.resolve(url, link);
        return target == null
                ? new Failed(Failure.PROTOCOL, "a redirect to something that is no address", null)
                : new Redirected(target, status == 301 || status == 308);
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
            case java.net.SocketTimeoutException _ -> deadlinePassed();
            case SocketException _ -> new Failed(Failure.CONNECTION, "no connection: " + e.getMessage(), null);
            default -> new Failed(Failure.PROTOCOL, "the answer could not be read: " + e.getMessage(), null);
        };
    }
}
