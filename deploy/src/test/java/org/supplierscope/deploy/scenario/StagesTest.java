package org.supplierscope.deploy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.AnalysisStage;
import org.supplierscope.analysis.ArticleReread;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueFile;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.broker.TopicSetup;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.search.SearchStage;
import org.supplierscope.search.query.SearchRequest;
import org.supplierscope.search.query.SearchResult;

/// Analysis and search in this process on a real broker: what must survive on the way from articles to answers.
class StagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final StanceReader READER = StanceReader.byWords(Catalogue.shipped());

    @TempDir
    private Path temp;

    private EmbeddedBroker broker;
    private TopicSetup topics;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void start() throws Exception {
        broker = EmbeddedBroker.start(temp.resolve("kafka"));
        topics = new TopicSetup(broker.bootstrapServers());
        topics.ensure(IngestTopics.ALL, 1);
        topics.ensure(AnalysisTopics.ALL, 1);
        topics.ensure(List.of(AnalysisTopics.ARTICLES_REREAD), 1);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrapServers(),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                IngestTopics.MAX_RECORD_BYTES);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        producer.close();
        topics.close();
        broker.close();
    }

    /// Rows K1 and K2 of the reliability list: the first record of the batch is the bad one.
    @Test
    void aPoisonRecordFirstInItsBatchGoesToTheDeadLettersAndItsNeighboursAreFound() throws Exception {
        byte[] poison = "\u0000 no article".getBytes(StandardCharsets.UTF_8);
        send(IngestTopics.ARTICLES.name(), id(7), poison);
        send(IngestTopics.ARTICLES.name(), "no id", poison);
        send(article(1, 1, "Largan Precision will double its capacity."));

        try (var analysis = analysis();
                var search = search("index")) {
            assertThat(analysis).isNotNull();
            awaitTotal(search, 1);
        }

        List<ConsumerRecord<byte[], byte[]>> dead = read(AnalysisTopics.ARTICLES_DEAD.name());
        assertThat(dead).hasSize(2);
        assertThat(dead).extracting(ConsumerRecord::value).containsExactly(poison, poison);
        assertThat(header(dead.getFirst(), "origin")).isEqualTo("articles.v1-0@0");
        assertThat(header(dead.getFirst(), "stage")).isEqualTo("analysis");
        assertThat(header(dead.getFirst(), "reason")).contains("cannot read Article");
        assertThat(header(dead.getLast(), "reason")).contains("key");
    }

    @Test
    void aPoisonInsightIsLeftOutAndTheIndexGoesOn() throws Exception {
        send(AnalysisTopics.INSIGHTS.name(), "poison", new byte[] {1, 2, 3});
        send(article(1, 1, "Micron leaves the consumer business."));

        try (var analysis = analysis();
                var search = search("index")) {
            assertThat(analysis).isNotNull();
            awaitTotal(search, 1);
        }
    }

    @Test
    void aRestartOfTheIndexNeitherLosesNorDoubles() throws Exception {
        try (var analysis = analysis()) {
            assertThat(analysis).isNotNull();
            for (int i = 0; i < 30; i++) {
                send(article(i, 1, "Yageo widens its range, part " + i + "."));
            }
            try (var search = search("index")) {
                awaitTotal(search, 30);
            }
            for (int i = 20; i < 50; i++) {
                send(article(i, 2, "Yageo widens its range again, part " + i + "."));
            }
            try (var search = search("index")) {
                awaitTotal(search, 50);
                assertThat(find(search, "again").total()).isEqualTo(30);
            }
        }
    }

    @Test
    void anIndexMadeFromAnotherLogIsMadeAnew() throws Exception {
        try (var analysis = analysis()) {
            assertThat(analysis).isNotNull();
            send(article(1, 1, "AUO turns to premium panels."));
            try (var search = search("index")) {
                awaitTotal(search, 1);
            }
        }

        try (var search = new SearchStage(temp.resolve("index"), broker.bootstrapServers(), "another log")) {
            search.start();
            search.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(find(search, "*").total()).isEqualTo(1);
        }
    }

    @Test
    void twoInstancesReadArticlesAgainWithANewCatalogue() throws Exception {
        var reader = new AtomicReference<>(READER);
        try (var one = analysis("test-0", reader::get);
                var other = analysis("test-1", reader::get);
                var search = search("index");
                var reread = new ArticleReread(broker.bootstrapServers())) {
            assertThat(one).isNotNull();
            assertThat(other).isNotNull();
            for (int i = 0; i < 20; i++) {
                send(article(i, 1, "Birch Optics widens its range, part " + i + "."));
            }
            awaitTotal(search, 20);
            assertThat(find(search, "supplier:birch-optics").total()).isZero();

            reader.set(new StanceReader(Catalogue.with(List.of(new CatalogueFile("own.yaml", false, """
                    - {id: birch-optics, name: Birch Optics, country: Taiwan, role: lenses, names: [Birch Optics]}
                    """)))));
            send(article(3, 2, "Birch Optics narrows its range again."));
            for (int i = 0; i < 20; i++) {
                Article article = article(i, 1, "Birch Optics widens its range, part " + i + ".");
                reread.put(0, article.id(), bytes(article));
            }
            reread.flush();

            Waiting.until(
                    PATIENCE,
                    "20 articles read again",
                    () -> find(search, "supplier:birch-optics").total() == 20 ? true : null);
            awaitTotal(search, 20);
            assertThat(find(search, "narrows").total()).isOne();
        }
    }

    private AnalysisStage analysis() throws Exception {
        return analysis("test-0", () -> READER);
    }

    private AnalysisStage analysis(String instance, Supplier<StanceReader> reader) throws Exception {
        var stage = new AnalysisStage(broker.bootstrapServers(), instance, temp.resolve(instance), 1, 1, reader);
        stage.start();
        stage.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return stage;
    }

    private SearchStage search(String folder) throws Exception {
        String identity = topics.clusterId() + "/"
                + topics.describe(AnalysisTopics.INSIGHTS).id();
        var stage = new SearchStage(temp.resolve(folder), broker.bootstrapServers(), identity);
        stage.start();
        stage.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return stage;
    }

    private static void awaitTotal(SearchStage search, long total) throws Exception {
        Waiting.until(PATIENCE, total + " articles", () -> find(search, "*").total() == total ? true : null);
    }

    private static SearchResult find(SearchStage search, String query) {
        try {
            return search.articles()
                    .search(new SearchRequest(query, SearchRequest.Filter.NONE, SearchRequest.Order.RELEVANCE, 0, 100));
        } catch (org.supplierscope.search.query.QueryException e) {
            throw new AssertionError(e);
        }
    }

    private void send(Article article) throws Exception {
        send(IngestTopics.ARTICLES.name(), article.id(), bytes(article));
    }

    private static byte[] bytes(Article article) {
        return IngestTopics.ARTICLES.value().serializer().serialize(IngestTopics.ARTICLES.name(), article);
    }

    private void send(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, value)).get(30, TimeUnit.SECONDS);
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition) < end && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
            }
        }
        return read;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String id(int number) {
        return String.format("%032x", number);
    }

    private static Article article(int number, int revision, String text) {
        URI url = URI.create("https://paper.example/" + number);
        return new Article(
                id(number),
                revision,
                String.format("%032x", text.hashCode() & 0xffffffffL),
                url,
                url,
                "paper",
                "The Paper",
                "Piece " + number,
                null,
                "2026-05-19",
                Instant.parse("2026-05-20T08:00:00Z"),
                "en",
                null,
                text);
    }
}
