package org.supplierscope.deploy.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.broker.EmbeddedBroker;

/// One crawl of a local web from nothing to the last article of its healthy hosts, by a product that starts
/// with an empty folder, killed on the way as often as is asked.
final class CrawlRun {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LOOK = Duration.ofMillis(100);
    /// How long nothing may change before a run counts as over.
    private static final Duration STILL = Duration.ofSeconds(90);

    private final LocalWeb web;
    private final LocalWeb.Plan plan;
    private final Path folder;
    private final int kills;

    /// What a run came to.
    ///
    /// @param articles how many healthy hosts had
    /// @param fetching from the first request to the last healthy article sent, start-ups after kills included
    /// @param requests that the web got in all
    /// @param peakMebibytes the most memory that the product held; null when unknown
    /// @param breaches of manners, in words
    /// @param log what the topic of articles held at the end
    /// @param lost names of articles that it did not hold
    record Outcome(
            int articles,
            Duration fetching,
            long requests,
            @Nullable Long peakMebibytes,
            List<String> breaches,
            ArticleLog log,
            Set<String> lost) {

        double pagesPerSecond() {
            return articles / (fetching.toMillis() / 1000.0);
        }
    }

    /// @param folder empty; the product's data go there
    /// @param kills how often it is killed, spread evenly over the articles
    CrawlRun(LocalWeb web, LocalWeb.Plan plan, Path folder, int kills) {
        this.web = web;
        this.plan = plan;
        this.folder = folder;
        this.kills = kills;
    }

    /// Runs it.
    Outcome run() throws IOException, InterruptedException {
        Path sources = Files.writeString(folder.resolve("sources.yaml"), web.sourceList());
        Path data = folder.resolve("data");
        Set<String> expected = web.healthyArticles();
        long end = 0;
        Long peak = null;
        for (int life = 0; life <= kills; life++) {
            long enough = life == kills ? expected.size() : (long) expected.size() * (life + 1) / (kills + 1);
            Path output = folder.resolve("output-" + life);
            try (var product = ProductProcess.start(output, environment(), arguments(data, sources))) {
                if (life == 0) {
                    product.awaitReady();
                }
                awaitServed(enough);
                end = System.nanoTime();
                if (life == kills) {
                    awaitFound(product.awaitReady(), expected.size());
                    peak = product.peakMebibytes();
                    product.stop();
                } else {
                    product.kill();
                }
            }
        }
        ArticleLog log;
        try (var broker = EmbeddedBroker.start(data.resolve("kafka"))) {
            log = ArticleLog.read(broker.bootstrapServers());
        }
        Set<String> lost = new TreeSet<>(expected);
        log.urls().forEach(url -> lost.remove(web.article(url)));
        return new Outcome(
                expected.size(),
                Duration.ofNanos(end - web.firstRequest()),
                web.requests(),
                peak,
                web.breaches(),
                log,
                lost);
    }

    private Map<String, String> environment() {
        return Map.of(
                "SUPPLIERSCOPE_INGEST_OPENED_ADDRESSES",
                String.join(",", web.authorities()),
                "SUPPLIERSCOPE_INGEST_PAUSE",
                plan.pause().toString(),
                "SUPPLIERSCOPE_INGEST_POLL_FLOOR",
                "PT60S");
    }

    private static List<String> arguments(Path data, Path sources) {
        return List.of("run", "--port", "0", "--data", data.toString(), "--sources", sources.toString());
    }

    private void awaitServed(long enough) throws InterruptedException {
        long last = -1;
        long since = System.nanoTime();
        while (last < enough) {
            long now = web.served();
            if (now != last) {
                last = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STILL.toNanos()) {
                return;
            }
            Thread.sleep(LOOK);
        }
    }

    /// Waits until every article can be found and nothing more is coming in.
    private static void awaitFound(String api, int enough) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(api + "/api/v1/articles?q=*&limit=1"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            long last = -1;
            long since = System.nanoTime();
            while (true) {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                long found = JSON.readTree(response.body()).path("total").asLong();
                if (found != last) {
                    last = found;
                    since = System.nanoTime();
                }
                long still = System.nanoTime() - since;
                if (still > STILL.toNanos()
                        || (found >= enough && still > Duration.ofSeconds(5).toNanos())) {
                    return;
                }
                Thread.sleep(500);
            }
        }
    }
}
