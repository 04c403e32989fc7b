package org.supplierscope.deploy.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.AnalysisStage;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.broker.TopicScan;
import org.supplierscope.deploy.broker.TopicSetup;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// Two analysis stages of one group share the partitions of a real broker, and one goes away in
/// the middle, as a static member does that is killed: without a word to the group.
class TwoAnalysesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 3;
    private static final int ORIGINALS = 20;
    private static final int COPIES = 60;

    @TempDir
    private Path temp;

    @Test
    void whatOneLeavesTheOtherTakesUpAndTheInsightsAreThoseOfASingleOne() throws Exception {
        Map<String, List<Insight>> alone = insights("alone", false);

        Map<String, List<Insight>> together = insights("together", true);

        assertThat(together).hasSize(ORIGINALS + COPIES).isEqualTo(alone);
        assertThat(together.values())
                .as("each is published once")
                .allSatisfy(each -> assertThat(each).hasSize(1));
        Map<String, Long> sizes = together.values().stream()
                .map(each -> each.getFirst().story())
                .collect(Collectors.groupingBy(story -> story, Collectors.counting()));
        assertThat(sizes)
                .as("each original with its copies is a story")
                .hasSize(ORIGINALS)
                .containsEntry(AnalysisOnBroker.id(0), 1L + COPIES / ORIGINALS);
    }

    /// By the article's id. Copies are sent when their originals have stories: the order in which
    /// articles of different partitions reach the task that names stories is not fixed.
    private Map<String, List<Insight>> insights(String name, boolean two) throws Exception {
        Path folder = temp.resolve(name);
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"))) {
            String at = broker.bootstrapServers();
            try (var topics = new TopicSetup(at)) {
                topics.ensure(IngestTopics.ALL, PARTITIONS);
                topics.ensure(AnalysisTopics.ALL, PARTITIONS);
                topics.ensure(List.of(AnalysisTopics.ARTICLES_REREAD), PARTITIONS);
            }
            List<Article> copies = copies(originals());
            try (var stays = stage(at, folder, "stays")) {
                stays.start();
                if (two) {
                    try (var leaves = stage(at, folder, "leaves")) {
                        leaves.start();
                        begin(at, 2, copies);
                    }
                } else {
                    begin(at, 1, copies);
                }
                send(at, copies.subList(COPIES / 2, COPIES));
                return Waiting.until(PATIENCE, "every insight", () -> {
                    Map<String, List<Insight>> read = read(at);
                    return read.size() == ORIGINALS + COPIES ? read : null;
                });
            }
        }
    }

    /// Sends the originals and, when they have their stories, half of the copies.
    private static void begin(String bootstrapServers, int stages, List<Article> copies) throws Exception {
        Waiting.until(PATIENCE, "work for every stage", () -> working(bootstrapServers) == stages ? true : null);
        send(bootstrapServers, originals());
        Waiting.until(PATIENCE, "the originals", () -> read(bootstrapServers).size() == ORIGINALS ? true : null);
        send(bootstrapServers, copies.subList(0, COPIES / 2));
    }

    private static AnalysisStage stage(String bootstrapServers, Path folder, String instance) {
        return new AnalysisStage(
                bootstrapServers, instance, folder.resolve(instance), 1, PARTITIONS, () -> AnalysisOnBroker.READER);
    }

    /// How many members of the group have partitions to work on, when the group is at rest.
    private static int working(String bootstrapServers) throws IOException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            return (int) admin
                    .describeConsumerGroups(List.of(AnalysisStage.APPLICATION))
                    .all()
                    .get(20, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (ExecutionException | TimeoutException e) {
            return 0;
        }
    }

    private static void send(String bootstrapServers, List<Article> articles) throws Exception {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Article article : articles) {
                ProducerRecord<byte[], byte[]> record = AnalysisOnBroker.record(article);
                producer.send(record).get(20, TimeUnit.SECONDS);
            }
        }
    }

    private static Map<String, List<Insight>> read(String bootstrapServers) throws IOException {
        Map<String, List<Insight>> insights = new TreeMap<>();
        TopicScan.read(
                bootstrapServers,
                AnalysisTopics.INSIGHTS.name(),
                record -> insights.computeIfAbsent(
                                new String(Objects.requireNonNull(record.key()), UTF_8), _ -> new ArrayList<>())
                        .add(AnalysisTopics.INSIGHTS.value().deserializer().deserialize("", record.value())));
        return insights;
    }

    /// Articles that have a sentence in common and nothing else.
    private static List<Article> originals() {
        List<Article> originals = new ArrayList<>();
        var random = new Random(20261123);
        for (int i = 0; i < ORIGINALS; i++) {
            var text = new StringBuilder("Largan Precision will double its capacity.");
            for (int word = 0; word < 120; word++) {
                text.append(word % 12 == 0 ? ". " : " ")
                        .append(Integer.toString(random.nextInt(1 << 24) + 99_999, 26)
                                .replaceAll("\\d", "u"));
            }
            originals.add(article(i, "Piece " + text.substring(text.length() - 30), text.toString()));
        }
        return originals;
    }

    private static List<Article> copies(List<Article> originals) {
        List<Article> copies = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            Article original = originals.get(i % ORIGINALS);
            copies.add(article(ORIGINALS + i, original.title(), "TAIPEI (Wire) - " + original.text()));
        }
        return copies;
    }

    private static Article article(int number, String title, String text) {
        URI url = URI.create("https://paper.example/" + number);
        return new Article(
                id(number),
                1,
                id(number),
                url,
                url,
                "paper",
                "The Paper",
                title,
                null,
                "2026-11-23T08:00:00Z",
                Instant.parse("2026-11-23T08:00:00Z"),
                "en",
                null,
                text);
    }

    private static String id(int number) {
        return AnalysisOnBroker.id(number);
    }
}
