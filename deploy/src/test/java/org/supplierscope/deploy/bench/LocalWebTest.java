package org.supplierscope.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The benchmark's own instruments: what it would not notice, it could not claim.
@Timeout(60)
class LocalWebTest {

    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient client = HttpClient.newHttpClient();
    private LocalWeb web;

    @BeforeEach
    void open() throws IOException {
        web = LocalWeb.open(new LocalWeb.Plan(2, Behaviour.BAD.size(), 3, PAUSE, Duration.ofSeconds(1)));
    }

    @AfterEach
    void close() throws IOException {
        web.close();
        client.shutdownNow();
    }

    /// The client's own time-out ends with the headers, which a slow body outlives.
    private HttpResponse<String> get(int host, String path) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://" + web.authorities().get(host) + path))
                .build();
        var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return answer.get(700, TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    @Test
    void givesEachHostAFeedOfArticlesOfItsOwn() throws Exception {
        assertThat(get(0, "/feed.xml").body()).contains("/news/0").contains("/news/2");
        assertThat(get(0, "/news/1").body()).isNotEqualTo(get(1, "/news/1").body());

        assertThat(web.healthyArticles()).hasSize(6);
        assertThat(web.served()).isEqualTo(2);
        assertThat(web.article(URI.create("http://" + web.authorities().get(1) + "/archive/2")))
                .isEqualTo("1/2");
    }

    @Test
    void noticesARequestInsideTheDelay() throws Exception {
        get(0, "/news/0");
        Thread.sleep(PAUSE.plusMillis(100));
        get(0, "/news/1");
        assertThat(web.breaches()).isEmpty();

        get(0, "/news/2");
        assertThat(web.breaches())
                .singleElement()
                .asString()
                .contains("/news/2")
                .contains("not 300 ms");
    }

    @Test
    void noticesTwoRequestsAtOnce() throws Exception {
        int dripping = 2 + Behaviour.BAD.indexOf(Behaviour.DRIPPING);
        String[] host = web.authorities().get(dripping).split(":", 2);
        try (var first = new Socket(host[0], Integer.parseInt(host[1]))) {
            first.getOutputStream().write("GET /news/0 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(first.getInputStream().read()).isEqualTo('H');

            assertThatThrownBy(() -> get(dripping, "/news/1")).isInstanceOf(TimeoutException.class);
        }

        assertThat(web.breaches()).anyMatch(breach -> breach.contains("another request was under way"));
    }

    @Test
    void endsAnExchangeWhenTheReaderHangsUp() throws Exception {
        int dripping = 2 + Behaviour.BAD.indexOf(Behaviour.DRIPPING);

        assertThatThrownBy(() -> get(dripping, "/news/0")).isInstanceOf(TimeoutException.class);
        Thread.sleep(PAUSE.plusMillis(200));
        assertThatThrownBy(() -> get(dripping, "/news/1")).isInstanceOf(TimeoutException.class);

        assertThat(web.breaches()).isEmpty();
    }
}
