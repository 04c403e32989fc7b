package org.supplierscope.ingest.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples in `golden/ingest` are what consumers were promised: a change that breaks one is a new topic.
class GoldenRecordsTest {

    private static final Article ARTICLE = new Article(
            "0123456789abcdef0123456789abcdef",
            2,
            "fedcba9876543210fedcba9876543210",
            URI.create("https://www.example.org/news/7?id=7"),
            URI.create("https://www.example.org/news/7"),
            "example-news",
            "Example News",
            "鴻海 widens its “precision” line",
            "A. Writer, B. Writer",
            "2026-03-04T09:30:00+08:00",
            Instant.parse("2026-03-04T02:00:00.123Z"),
            "zh-Hant",
            "Example News Daily",
            "First paragraph.\n\nSecond \"paragraph\".");

    private static final Article LATER = new Article(
            "0123456789abcdef0123456789abcdef",
            3,
            "aaaabbbbccccddddaaaabbbbccccdddd",
            URI.create("https://www.example.org/news/7?id=7"),
            URI.create("https://www.example.org/news/7"),
            "example-news",
            "Example News",
            "鴻海 widens its “precision” line",
            "A. Writer, B. Writer",
            "2026-03-04T09:30:00+08:00",
            Instant.parse("2026-03-04T06:00:00Z"),
            "zh-Hant",
            "Example News Daily",
            "First paragraph.",
            "2026-03-04T13:05:00+08:00",
            URI.create("https://img.example.org/7.jpg"),
            "Industry",
            List.of("lenses", "capacity"),
            PageVerdict.PAYWALL_STUB,
            "declared as paid, and it says \"subscribe\"",
            Map.of("title", "html", "published", "json-ld", "image", "opengraph"),
            12);

    private static final SourceStatus STATUS = new SourceStatus(
            "example-news",
            "Example News",
            URI.create("https://www.example.org/"),
            URI.create("https://www.example.org/feed.xml"),
            "en",
            Instant.parse("2026-03-04T02:00:00Z"),
            Instant.parse("2026-03-04T01:45:00.5Z"),
            "the server failed (HTTP 500)",
            12,
            3,
            1);

    private static final SourceStatus FULL_STATUS = new SourceStatus(
            "example-news",
            "Example News",
            URI.create("https://www.example.org/"),
            URI.create("https://www.example.org/news.xml"),
            "en",
            Instant.parse("2026-03-04T02:00:00Z"),
            Instant.parse("2026-03-04T01:45:00.5Z"),
            "the server asked us to slow down (HTTP 429)",
            12,
            3,
            1,
            SourceKind.SITEMAP,
            SourceState.ACTIVE,
            "resumed by hand",
            4.5,
            Instant.parse("2026-02-20T08:00:00Z"),
            Instant.parse("2026-02-20T08:00:00Z"),
            Instant.parse("2026-03-04T02:30:00Z"),
            Instant.parse("2026-03-04T02:00:00Z"),
            URI.create("https://www.example.org/old.xml"),
            true,
            95L,
            200,
            Instant.parse("2026-03-04T02:30:00Z"));

    private static final SourceCommand.Add ADD = new SourceCommand.Add(
            "example-news",
            "Example News",
            "https://www.example.org/feed.xml",
            SourceKind.FEED,
            URI.create("https://www.example.org/"),
            "en",
            true);

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                GoldenRecordsTest.class.getClassLoader().getResourceAsStream("golden/ingest/" + name), name)) {
            return in.readAllBytes();
        }
    }

    private static <T> String written(Topic<String, T> topic, T value) {
        return new String(topic.value().serializer().serialize(topic.name(), value), StandardCharsets.UTF_8);
    }

    private static <T> T read(Topic<String, T> topic, String json) {
        return topic.value().deserializer().deserialize(topic.name(), json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anArticleIsWrittenByteForByteAsPromised() throws IOException {
        assertThat(written(IngestTopics.ARTICLES, ARTICLE))
                .isEqualTo(new String(golden("article-v1.json"), StandardCharsets.UTF_8));
    }

    @Test
    void anArticleIsReadBack() throws IOException {
        assertThat(IngestTopics.ARTICLES.value().deserializer().deserialize("articles.v1", golden("article-v1.json")))
                .isEqualTo(ARTICLE);
    }

    @Test
    void anArticleWithItsFurtherFieldsIsWrittenByteForByteAsPromised() throws IOException {
        assertThat(written(IngestTopics.ARTICLES, LATER))
                .isEqualTo(new String(golden("article-v2.json"), StandardCharsets.UTF_8));
    }

    @Test
    void anArticleWithItsFurtherFieldsIsReadBack() throws IOException {
        assertThat(IngestTopics.ARTICLES.value().deserializer().deserialize("articles.v1", golden("article-v2.json")))
                .isEqualTo(LATER);
    }

    @Test
    void anArticleFromBeforeThereWereVerdictsTellsNews() throws IOException {
        Article old =
                IngestTopics.ARTICLES.value().deserializer().deserialize("articles.v1", golden("article-v1.json"));

        assertThat(old.tellsNews()).isTrue();
        assertThat(old.tags()).isEmpty();
        assertThat(old.origins()).isEmpty();
        assertThat(LATER.withVerdict(PageVerdict.ERROR_PAGE, "gone").tellsNews())
                .isFalse();
    }

    @Test
    void aSourceStatusIsWrittenByteForByteAsPromised() throws IOException {
        assertThat(written(IngestTopics.SOURCES, STATUS))
                .isEqualTo(new String(golden("source-status-v1.json"), StandardCharsets.UTF_8));
    }

    @Test
    void aSourceStatusIsReadBack() throws IOException {
        assertThat(IngestTopics.SOURCES
                        .value()
                        .deserializer()
                        .deserialize("sources.v1", golden("source-status-v1.json")))
                .isEqualTo(STATUS);
    }

    @Test
    void allThatIsToldOfASourceIsWrittenByteForByteAsPromisedAndReadBack() throws IOException {
        assertThat(written(IngestTopics.SOURCES, FULL_STATUS))
                .isEqualTo(new String(golden("source-status-v1-full.json"), StandardCharsets.UTF_8));
        assertThat(IngestTopics.SOURCES
                        .value()
                        .deserializer()
                        .deserialize("sources.v1", golden("source-status-v1-full.json")))
                .isEqualTo(FULL_STATUS);
    }

    @Test
    void commandsAreWrittenByteForByteAsPromisedAndReadBack() throws IOException {
        List<SourceCommand> commands = List.of(
                ADD,
                new SourceCommand.Pause("example-news"),
                new SourceCommand.Resume("example-news"),
                new SourceCommand.Remove("example-news"),
                new SourceCommand.Check("example-news"));
        List<String> lines = new String(golden("source-command-v1.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(commands.stream().map(command -> written(IngestTopics.SOURCE_COMMANDS, command)))
                .containsExactlyElementsOf(lines);
        assertThat(lines.stream().map(line -> read(IngestTopics.SOURCE_COMMANDS, line)))
                .containsExactlyElementsOf(commands);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\":\"add\"}",
                "{\"type\":\"add\",\"id\":\"a\",\"name\":\"A\"}",
                "{\"type\":\"pause\"}",
                "{\"type\":\"explode\",\"id\":\"a\"}",
                "{\"id\":\"a\"}"
            })
    void whatIsNoCommandIsRefused(String json) {
        assertThatThrownBy(() -> read(IngestTopics.SOURCE_COMMANDS, json)).isInstanceOf(SerializationException.class);
    }

    @Test
    void wordsOfALaterProducerAreReadAsNotTold() throws IOException {
        String later = new String(golden("source-status-v1-full.json"), StandardCharsets.UTF_8)
                .replace("\"SITEMAP\"", "\"PODCAST\"");

        SourceStatus status = read(IngestTopics.SOURCES, later);

        assertThat(status.kind()).isNull();
        assertThat(status.state()).isEqualTo(SourceState.ACTIVE);
    }

    @Test
    void fieldsOfALaterProducerAreIgnored() throws IOException {
        String later = new String(golden("article-v1.json"), StandardCharsets.UTF_8)
                .replaceFirst("\\{", "{\"paywalled\":true,\"media\":[{\"kind\":\"video\"}],");

        assertThat(read(IngestTopics.ARTICLES, later)).isEqualTo(ARTICLE);
    }

    @Test
    void whatIsNotKnownIsLeftOutAndReadAsNull() {
        var status =
                new SourceStatus("a", "A", null, URI.create("https://a.example/feed"), null, null, null, null, 0, 0, 0);

        String json = written(IngestTopics.SOURCES, status);

        assertThat(json)
                .isEqualTo(
                        "{\"id\":\"a\",\"name\":\"A\",\"feed\":\"https://a.example/feed\",\"articles\":0,\"waiting\":0,\"failed\":0}");
        assertThat(read(IngestTopics.SOURCES, json)).isEqualTo(status);
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(IngestTopics.ARTICLES.value().serializer().serialize("articles.v1", null))
                .isNull();
        assertThat(IngestTopics.ARTICLES.value().deserializer().deserialize("articles.v1", null))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "7",
                "\"text\"",
                "{}",
                "{\"revision\":1}",
                "{\"id\":\"secret-content\",\"revision\":0}",
                "{\"revision\":null}",
                "{\"revision\":1,\"url\":\"::not an address::\"}",
                "{\"revision\":1,\"seen\":\"yesterday\"}",
                "{\"revision\":1} trailing"
            })
    void whatIsNoArticleIsRefusedWithoutRepeatingIt(String json) {
        assertThatThrownBy(() -> read(IngestTopics.ARTICLES, json))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("Article")
                .hasMessageNotContaining("secret-content");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThatThrownBy(() -> read(IngestTopics.ARTICLES, "{\"x\":" + "[".repeat(200_000)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aSourceStatusWithoutItsNameIsRefused() {
        assertThatThrownBy(() -> read(IngestTopics.SOURCES, "{\"id\":\"a\",\"articles\":0,\"waiting\":0,\"failed\":0}"))
                .isInstanceOf(SerializationException.class);
    }
}
