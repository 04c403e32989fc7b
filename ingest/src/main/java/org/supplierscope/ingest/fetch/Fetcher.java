package org.supplierscope.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.fetch.FetchOutcome.NotModified;
import org.supplierscope.ingest.fetch.FetchOutcome.Redirected;
import org.supplierscope.ingest.fetch.FetchOutcome.Refusal;
import org.supplierscope.ingest.fetch.FetchOutcome.Refused;

/// The one HTTP client for everything that leaves the process: GET only, http and https only, public addresses
/// only,
/// a size limit after decoding, a deadline for the whole exchange, certificates verified, no cookies, no
/// redirects
/// followed.
///
/// Thread-safe. Every outcome of a request is a [FetchOutcome]; nothing is thrown for what a server does.
public final class Fetcher implements AutoCloseable {

    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadlines").factory());

    /// @param settings limits and name
    /// @param guard which addresses may be dialled
    public Fetcher(FetchSettings settings, AddressGuard guard) {
        this.settings = settings;
        Timeout patience = Timeout.of(settings.deadline());
        this.client = HttpClients.custom()
                .setUserAgent(settings.userAgent())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedResolver(guard))
                        .setMaxConnTotal(512)
                        .setMaxConnPerRoute(2)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(patience).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /// Asks for an address.
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
        var late = new AtomicBoolean();
        var alarm = deadlines.schedule(
                () -> {
                    late.set(true);
                    get.abort();
                },
                settings.deadline().toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return client.execute(get, response -> outcome(url, response));
        } catch (IOException | RuntimeException e) {
            return late.get() ? deadlinePassed() : failure(e);
        } finally {
            alarm.cancel(false);
        }
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    private FetchOutcome outcome(URI url, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == 304) {
            return new NotModified();
        }
        if (status >= 300 && status < 400) {
            return redirect(url, status, response.getFirstHeader("Location"));
        }
        Duration retryAfter = RetryAfter.parse(response.getFirstHeader("Retry-After"), response.getFirstHeader("Date"));
        if (status == 429 || (status == 503 && retryAfter != null)) {
            return new Failed(Failure.SLOW_DOWN, "the server asked us to slow down (HTTP " + status + ")", retryAfter);
        }
        if (status >= 500) {
            return new Failed(Failure.SERVER_ERROR, "the server failed (HTTP " + status + ")", retryAfter);
        }
        if (status >= 400 || status < 200) {
            return new Failed(Failure.CLIENT_ERROR, "the server refused the request (HTTP " + status + ")", retryAfter);
        }
        byte[] body = body(response.getEntity());
        if (body.length > settings.maxBodyBytes()) {
            return new Refused(Refusal.TOO_LARGE, "the body is larger than " + settings.maxBodyBytes() + " bytes");
        }
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
        return new Fetched(url, status, List.copyOf(headers), body);
    }

    /// One byte more than the limit is enough to know that it is passed.
    private byte[] body(@org.jspecify.annotations.Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        var body = new ByteArrayOutputStream();
        try (InputStream in = entity.getContent()) {
            byte[] buffer = new byte[16 * 1024];
            for (int n; body.size() <= settings.maxBodyBytes() && (n = in.read(buffer)) >= 0; ) {
                body.write(buffer, 0, n);
            }
            if (body.size() > settings.maxBodyBytes()) {
                return body.toByteArray();
            }
        }
        return body.toByteArray();
    }

    private static FetchOutcome redirect(URI url, int status, @org.jspecify.annotations.Nullable Header location) {
        if (location == null || location.getValue() == null) {
            return new Failed(Failure.PROTOCOL, "a redirect without an address (HTTP " + status + ")", null);
        }
        try {
            URI target = url.resolve(location.getValue().strip().replace(" ", "%20"));
            return new Redirected(target, status == 301 || status == 308);
        } catch (IllegalArgumentException e) {
            return new Failed(Failure.PROTOCOL, "a redirect to something that is no address", null);
        }
    }

    private FetchOutcome deadlinePassed() {
        return new Failed(
                Failure.DEADLINE,
                "no complete answer within " + settings.deadline().toSeconds() + " seconds",
                null);
    }

    private FetchOutcome failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof GuardedResolver.NotPublicException notPublic) {
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

    /// Looks names up, and lets only allowed addresses be dialled.
    private record GuardedResolver(AddressGuard guard) implements DnsResolver {

        /// Thrown instead of an address, so that nothing is dialled.
        private static final class NotPublicException extends UnknownHostException {
            private static final long serialVersionUID = 1L;

            NotPublicException(String message) {
                super(message);
            }
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new NotPublicException("a name is looked up with its port only: " + host);
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            List<InetSocketAddress> allowed = new ArrayList<>();
            for (InetAddress address : InetAddress.getAllByName(host)) {
                var socketAddress = new InetSocketAddress(address, port);
                if (guard.allows(host, socketAddress)) {
                    allowed.add(socketAddress);
                }
            }
            if (allowed.isEmpty()) {
                throw new NotPublicException(host + " leads to an address that is not on the public internet");
            }
            return allowed;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
