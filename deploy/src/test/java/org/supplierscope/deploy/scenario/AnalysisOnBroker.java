package org.supplierscope.deploy.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.AnalysisStage;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.broker.TopicScan;
import org.supplierscope.deploy.broker.TopicSetup;
import org.supplierscope.deploy.deadletter.Letter;
import org.supplierscope.deploy.deadletter.LetterBox;
import org.supplierscope.deploy.deadletter.LetterTopic;
import org.supplierscope.deploy.deadletter.Replay;
import org.supplierscope.deploy.deadletter.Replay.Outcome;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// The analysis stage in this process on a real broker, with one partition for every topic.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnalysisOnBroker {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final StanceReader READER = StanceReader.byWords(Catalogue.shipped());
    static final int LARGEST = IngestTopics.MAX_RECORD_BYTES;
    static final String ARTICLES = IngestTopics.ARTICLES.name();
    static final String DEAD = AnalysisTopics.ARTICLES_DEAD.name();
    static final String INSIGHTS = AnalysisTopics.INSIGHTS.name();

    @TempDir
    private static Path temp;

    EmbeddedBroker broker;
    private Admin admin;
    AnalysisStage analysis;
    private int articles;

    @BeforeAll
    void start() throws Exception {
        broker = EmbeddedBroker.start(temp.resolve("kafka"));
        try (var topics = new TopicSetup(broker.bootstrapServers())) {
            topics.ensure(IngestTopics.ALL, 1);
            topics.ensure(AnalysisTopics.ALL, 1);
            topics.ensure(List.of(AnalysisTopics.ARTICLES_REREAD), 1);
        }
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()));
        analysis = new AnalysisStage(broker.bootstrapServers(), "test-0", temp.resolve("streams"), 1, 1, () -> READER);
        analysis.start();
        analysis.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @AfterAll
    void stop() {
        analysis.close();
        admin.close();
        broker.close();
    }

    List<Outcome> replay(List<Letter> letters, boolean force) throws Exception {
        try (var replay = new Replay(broker.bootstrapServers())) {
            return List.copyOf(replay.send(letters, force).values());
        }
    }

    void limit(String topic, int bytes) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Collection<AlterConfigOp> change = List.of(new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes)),
                AlterConfigOp.OpType.SET));
        admin.incrementalAlterConfigs(Map.of(resource, change)).all().get(30, TimeUnit.SECONDS);
    }

    void awaitInsight(Article article) throws Exception {
        Waiting.until(PATIENCE, "the insight", () -> insights(article) > 0 ? true : null);
    }

    long insights(Article article) throws java.io.IOException {
        return keys(INSIGHTS).stream().filter(article.id()::equals).count();
    }

    List<String> keys(String topic) throws java.io.IOException {
        List<String> keys = new ArrayList<>();
        TopicScan.read(
                broker.bootstrapServers(),
                topic,
                record -> Optional.ofNullable(record.key()).ifPresent(key -> keys.add(new String(key, UTF_8))));
        return keys;
    }

    List<Letter> letters() throws java.io.IOException {
        return new LetterBox(broker.bootstrapServers())
                .letters(LetterTopic.of(DEAD).orElseThrow());
    }

    void send(Article article) throws Exception {
        try (var producer = producer(LARGEST, "none")) {
            var _ = producer.send(record(article));
            producer.flush();
        }
    }

    void send(byte[] value, int largest, String compression) throws Exception {
        try (var producer = producer(largest, compression)) {
            var sent =
                    producer.send(new ProducerRecord<>(ARTICLES, article().id().getBytes(UTF_8), value));
            producer.flush();
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getMessage(), e.getCause());
        }
    }

    KafkaProducer<byte[], byte[]> producer(int largest, String compression) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                largest,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                64_000_000L,
                ProducerConfig.LINGER_MS_CONFIG,
                1_000,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                compression);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    static ProducerRecord<byte[], byte[]> record(Article article) {
        byte[] value = IngestTopics.ARTICLES.value().serializer().serialize(ARTICLES, article);
        return new ProducerRecord<>(ARTICLES, article.id().getBytes(UTF_8), value);
    }

    Article article() {
        return article("2026-11-23T08:00:00Z");
    }

    Article article(String published) {
        int number = ++articles;
        String id = id(number);
        URI url = URI.create("https://paper.example/" + number);
        String text = "Largan Precision will double its capacity. It is piece " + number + " of this run.";
        return new Article(
                id,
                1,
                id,
                url,
                url,
                "paper",
                "The Paper",
                "Piece " + number,
                null,
                published,
                Instant.parse("2026-11-23T08:00:00Z"),
                "en",
                null,
                text);
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }
}
