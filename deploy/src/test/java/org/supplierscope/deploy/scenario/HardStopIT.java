package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.newsroom.Newsroom;
import org.supplierscope.ingest.published.IngestTopics;

/// The process is killed in the middle of its work and started again: nothing is lost, nothing is there twice.
class HardStopIT {

    private static final int KILLS = 2;

    @TempDir
    private Path temp;

    @Test
    void goesOnWhereItWasAfterBeingKilledInTheMiddleOfTheCrawl() throws Exception {
        long seed = System.nanoTime();
        System.out.println("HardStopIT seed=" + seed);
        var random = new Random(seed);
        String data = temp.resolve("data").toString();

        for (int kill = 1; kill <= KILLS; kill++) {
            try (var service =
                    RunningService.start(temp.resolve("kill" + kill), "demo", "--port", "0", "--data", data)) {
                var api = new Api(service.awaitReady());
                int enough = Math.min(Newsroom.size() - 5, kill * (5 + random.nextInt(20)));
                Waiting.until(Duration.ofSeconds(90), enough + " articles", () -> {
                    int found = api.search("*").path("total").asInt();
                    return found >= enough ? found : null;
                });
                service.kill();
            }
        }

        try (var service = RunningService.start(temp.resolve("last"), "demo", "--port", "0", "--data", data)) {
            JsonNode all = NewsroomScenario.allArticles(new Api(service.awaitReady()));

            assertThat(NewsroomScenario.ids(all)).doesNotHaveDuplicates().hasSize(Newsroom.size());
            assertThat(NewsroomScenario.texts(all, "url")).doesNotHaveDuplicates();
            assertThat(NewsroomScenario.texts(all, "title")).contains(NewsroomScenario.SEED);
            assertThat(service.stop()).isIn(0, 130, 143);
        }

        try (var broker = EmbeddedBroker.start(Path.of(data, "kafka"))) {
            assertThat(keys(broker, IngestTopics.ARTICLES.name()))
                    .doesNotHaveDuplicates()
                    .hasSize(Newsroom.size());
            assertThat(keys(broker, AnalysisTopics.INSIGHTS.name()))
                    .doesNotHaveDuplicates()
                    .hasSize(Newsroom.size());
        }
    }

    /// The keys of every committed record of a topic.
    private static List<String> keys(EmbeddedBroker broker, String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<String> keys = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
                assertThat(System.nanoTime())
                        .as("reading " + topic + " to its end")
                        .isLessThan(until);
            }
        }
        return keys;
    }
}
