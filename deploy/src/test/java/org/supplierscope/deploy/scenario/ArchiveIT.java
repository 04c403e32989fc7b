package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.newsroom.Newsroom;
import org.supplierscope.deploy.scenario.RunningService.Ended;
import org.supplierscope.ingest.KafkaConnection;
import org.supplierscope.ingest.PageBackfill;
import org.supplierscope.ingest.published.IngestTopics;

/// Pages out of a running service and into it, by commands in processes of their own.
class ArchiveIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path temp;

    private Ended run(String... arguments) throws Exception {
        return RunningService.run(temp, Map.of("SUPPLIERSCOPE_DATA", data().toString()), "", arguments);
    }

    private Path data() {
        return temp.resolve("data");
    }

    @Test
    void pagesGoOutAndComeInAndAreExtractedAnewWhileTheServiceRuns() throws Exception {
        try (var service =
                RunningService.start(temp.resolve("demo.txt"), "demo", "--port", "0", "--data", data().toString())) {
            var api = new Api(service.awaitReady());
            awaitTotal(api, Newsroom.size());

            exportsWhatOtherToolsRead();
            takesNothingTwice();
            importsTheOldNewsOfAnotherCrawler(api);
            extractsAnewWithoutPublishingTheSameAgain();

            assertThat(articleKeys()).hasSize(Newsroom.size() + 2).doesNotHaveDuplicates();
            assertThat(service.stop()).isIn(0, 130, 143);
        }
        Ended without =
                run("archive", "export", "-o", temp.resolve("late.warc.gz").toString());
        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.err())
                .contains("No service", "supplierscope run", "--bootstrap-servers")
                .doesNotContain("\tat ");
        assertThat(temp.resolve("late.warc.gz")).doesNotExist();
    }

    private void exportsWhatOtherToolsRead() throws Exception {
        Path file = temp.resolve("out.warc.gz");

        Ended ended = run("archive", "export", "-o", file.toString());

        assertThat(ended.err()).contains("pages written to").doesNotContain("\tat ");
        assertThat(ended.exitCode()).isZero();
        int responses = 0;
        try (var reader = new WarcReader(file)) {
            reader.calculateBlockDigest();
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response) {
                    responses++;
                    response.http().body().consume();
                    assertThat(response.calculatedBlockDigest()).isEqualTo(response.blockDigest());
                }
            }
        }
        assertThat(responses).isGreaterThanOrEqualTo(Newsroom.size());
        Ended again = run("archive", "export", "-o", file.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("--force");
    }

    /// Everything in the file is published already, under the very same content.
    private void takesNothingTwice() throws Exception {
        Ended ended = run("import", temp.resolve("out.warc.gz").toString());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        awaitBackfillRead();
        assertThat(articleKeys()).hasSize(Newsroom.size());
    }

    /// Bad input: a WARC file with a broken record; and row K7: old news keeps its own date.
    private void importsTheOldNewsOfAnotherCrawler(Api api) throws Exception {
        var file = new ByteArrayOutputStream();
        file.writeBytes(record("https://www.harbour-gazette.example/one", "Quay for the zinnia trade opens"));
        int broken = file.size();
        byte[] damaged = record("https://www.harbour-gazette.example/two", "Never read");
        damaged[damaged.length / 2] ^= 0x55;
        file.writeBytes(damaged);
        file.writeBytes(record("https://www.harbour-gazette.example/three", "Crane falls into the zinnia warehouse"));
        Path path = Files.write(temp.resolve("old.warc.gz"), file.toByteArray());

        Ended ended =
                run("import", path.toString(), temp.resolve("missing.warc.gz").toString());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .contains(
                        "old.warc.gz, byte " + broken + ":",
                        "2 pages",
                        "1 broken records",
                        "missing.warc.gz: there is no such file")
                .doesNotContain("\tat ");
        awaitTotal(api, Newsroom.size() + 2);
        JsonNode hits = api.search("zinnia").path("hits");
        assertThat(hits)
                .hasSize(2)
                .allSatisfy(hit -> assertThat(hit.path("source").asText()).isEqualTo("harbour-gazette.example"));
        assertThat(run("import", path.toString()).err()).contains("was imported before");
    }

    private void extractsAnewWithoutPublishingTheSameAgain() throws Exception {
        Ended ended = run("archive", "reextract");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("pages handed to extraction");
        awaitBackfillRead();
    }

    private static byte[] record(String url, String title) throws IOException {
        String html =
                "<!doctype html><html lang=en><head><title>" + title + "</title></head><body><article><h1>" + title
                        + "</h1>"
                        + ("<p>The harbour office said on Friday that the works had gone on through the winter, and that the"
                                        + " first ships were expected in the week after Easter (" + title + ").</p>")
                                .repeat(4)
                        + "</article></body></html>";
        byte[] http = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html)
                .getBytes(StandardCharsets.UTF_8);
        String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
                + UUID.nameUUIDFromBytes(http) + ">\r\nWARC-Target-URI: " + url
                + "\r\nWARC-Date: 2014-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\n"
                + "Content-Length: " + http.length + "\r\n\r\n";
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(head.getBytes(StandardCharsets.UTF_8));
            gzip.write(http);
            gzip.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void awaitTotal(Api api, int articles) throws IOException, InterruptedException {
        Waiting.until(PATIENCE, articles + " articles", () -> {
            int found = api.search("*").path("total").asInt();
            return found >= articles ? found : null;
        });
    }

    /// Waits until the extraction's position in the back-fill topic is its end.
    private void awaitBackfillRead() throws Exception {
        try (var backfill = new PageBackfill(new KafkaConnection(brokers(), "test"), _ -> {})) {
            Waiting.until(
                    PATIENCE, "every page of the back-fill is extracted", () -> backfill.unread() == 0 ? true : null);
        }
    }

    private String brokers() throws IOException {
        return EmbeddedBroker.addressOf(data().resolve("kafka")).orElseThrow();
    }

    private List<String> articleKeys() throws IOException {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<String> keys = new ArrayList<>();
        String topic = IngestTopics.ARTICLES.name();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
                assertThat(System.nanoTime()).as("reading the articles").isLessThan(until);
            }
        }
        return keys;
    }
}
