package org.supplierscope.ingest.fetch;

import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.Timeout;

/// Makes the HTTP client: one exchange on a connection, no cookies, no credentials, no proxy of the
/// environment, no redirects followed, no retries, nothing decoded.
final class GuardedClient {

    /// What browsers and servers of today send is far below; with the largest body, the headers fit a record.
    private static final Http1Config HEADER_LIMITS = Http1Config.custom()
            .setMaxLineLength(8 * 1024)
            .setMaxHeaderCount(100)
            .build();

    /// Connections are not kept, so that these bound nothing that the caller does not bound: how many hosts are
    /// asked at once is the crawl's business, how often each the frontier's.
    private static final int MOST_CONNECTIONS = 100_000;

    /// An address that swallows all packets must leave time for the next one of the same name.
    private static final int ADDRESSES_WITHIN_DEADLINE = 3;

    private GuardedClient() {}

    /// @param names looks names up, and lets only what may be dialled through
    static CloseableHttpClient of(FetchSettings settings, DnsResolver names, Trust trust) {
        Timeout patience = Timeout.of(settings.deadline());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEADER_LIMITS)
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(patience).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.deadline().dividedBy(ADDRESSES_WITHIN_DEADLINE)))
                        .setSocketTimeout(patience)
                        .build());
        if (trust == Trust.ANY_CERTIFICATE) {
            connections.setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                    .setSslContext(anyCertificate())
                    .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                    .setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                    .buildClassic());
        }
        return HttpClients.custom()
                .setUserAgent(settings.userAgent())
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
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

    private static SSLContext anyCertificate() {
        try {
            return SSLContextBuilder.create()
                    .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no TLS", e);
        }
    }
}
