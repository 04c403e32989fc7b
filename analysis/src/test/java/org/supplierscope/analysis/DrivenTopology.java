package org.supplierscope.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// The topology in a driver, and articles to send through it.
abstract class DrivenTopology {

    static final StanceReader READER = StanceReader.byWords(Catalogue.shipped());
    static final String REPORT = """
            Largan Precision said on Monday that it had begun to ship samples of a new molded lens to two customers. \
            The maker of phone lenses declined to name them and gave no price for the part.

            Analysts had expected the samples a quarter later. They wonder how much of the spring business will be \
            left once the phones of the autumn are out, and whether the new lens can fill the gap.""";

    TopologyTestDriver driver;
    TestInputTopic<byte[], byte[]> articles;
    TestInputTopic<byte[], byte[]> again;
    StanceReader reader = READER;
    TestOutputTopic<String, Insight> insights;
    TestOutputTopic<byte[], byte[]> dead;

    @BeforeEach
    void start(@TempDir Path state) {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(AnalysisTopology.of(() -> reader, 3), settings);
        articles = driver.createInputTopic(
                IngestTopics.ARTICLES.name(), new ByteArraySerializer(), new ByteArraySerializer());
        again = driver.createInputTopic(
                AnalysisTopics.ARTICLES_REREAD.name(), new ByteArraySerializer(), new ByteArraySerializer());
        insights = driver.createOutputTopic(
                AnalysisTopics.INSIGHTS.name(),
                AnalysisTopics.INSIGHTS.key().deserializer(),
                AnalysisTopics.INSIGHTS.value().deserializer());
        dead = driver.createOutputTopic(
                AnalysisTopics.ARTICLES_DEAD.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    static Article article(int number, int revision, String title, String text) {
        var url = URI.create("https://news.example/" + number);
        return new Article(
                id(number),
                revision,
                id(1_000 * number + revision),
                url,
                url,
                "example-news",
                "Example News",
                title,
                null,
                "2026-03-05",
                Instant.parse("2026-03-05T10:00:00Z"),
                "en",
                null,
                text);
    }

    static byte[] json(Article article) {
        return IngestTopics.ARTICLES.value().serializer().serialize("", article);
    }

    void arrives(Article article) {
        articles.pipeInput(article.id().getBytes(UTF_8), json(article));
    }

    static TestRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new TestRecord<>(key, value);
    }

    static String header(TestRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
