package org.supplierscope.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueFile;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.PageVerdict;

class AnalysisTopologyTest {

    private static final StanceReader READER = new StanceReader(Catalogue.shipped());
    private static final String REPORT = """
            Largan Precision said on Monday that it had begun to ship samples of a new molded lens to two customers. \
            The maker of phone lenses declined to name them and gave no price for the part.

            Analysts had expected the samples a quarter later. They wonder how much of the spring business will be \
            left once the phones of the autumn are out, and whether the new lens can fill the gap.""";

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> articles;
    private TestInputTopic<byte[], byte[]> again;
    private StanceReader reader = READER;
    private TestOutputTopic<String, Insight> insights;
    private TestOutputTopic<byte[], byte[]> dead;

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

    private static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    private static Article article(int number, int revision, String title, String text) {
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

    private static byte[] json(Article article) {
        return IngestTopics.ARTICLES.value().serializer().serialize("", article);
    }

    private void arrives(Article article) {
        articles.pipeInput(article.id().getBytes(UTF_8), json(article));
    }

    private static TestRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new TestRecord<>(key, value);
    }

    private static String header(TestRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Test
    void turnsAnArticleIntoAnInsightWithItsStory() {
        Article article = article(1, 1, "Largan ships samples", REPORT);

        arrives(article);

        KeyValue<String, Insight> published = insights.readKeyValue();
        assertThat(published.key).isEqualTo(article.id());
        assertThat(published.value.article()).isEqualTo(article);
        assertThat(published.value.story()).isEqualTo(article.id());
        assertThat(published.value.model()).isEqualTo(READER.model());
        assertThat(published.value.suppliers())
                .extracting(SupplierStance::supplier)
                .containsExactly("largan-precision");
        assertThat(insights.isEmpty()).isTrue();
        assertThat(dead.isEmpty()).isTrue();
    }

    private void isReadAgain(Article article) {
        again.pipeInput(article.id().getBytes(UTF_8), json(article));
    }

    /// A reader that knows one more supplier.
    private static StanceReader readerOfBirch() {
        return new StanceReader(Catalogue.with(List.of(new CatalogueFile("mine.yaml", false, """
                - id: birch-optics
                  name: Birch Optics
                  country: Taiwan
                  role: lenses
                  names: [Birch Optics]
                """))));
    }

    @Test
    void readsAnArticleOnceMoreWithTheCatalogueOfTheMomentAndKeepsItsStory() {
        arrives(article(1, 1, "Largan ships samples", REPORT));
        Article copy = article(2, 1, "Largan ships samples, Birch Optics waits", REPORT);
        arrives(copy);
        insights.readValuesToList();

        reader = readerOfBirch();
        isReadAgain(copy);

        Insight replaced = insights.readValue();
        assertThat(insights.isEmpty()).isTrue();
        assertThat(replaced.article()).isEqualTo(copy);
        assertThat(replaced.story()).isEqualTo(id(1));
        assertThat(replaced.model()).isEqualTo(reader.model()).isNotEqualTo(READER.model());
        assertThat(replaced.suppliers()).extracting(SupplierStance::supplier).contains("birch-optics");
    }

    @Test
    void passesOverWhatHasChangedOrGoneSinceItWasPutUpForReadingAgain() {
        Article first = article(1, 1, "Largan ships samples", REPORT);
        Article gone = article(2, 1, "Largan ships samples", REPORT);
        arrives(first);
        arrives(article(1, 2, "Largan ships many samples", REPORT));
        arrives(gone);
        articles.pipeInput(record(gone.id().getBytes(UTF_8), null));
        insights.readValuesToList();

        isReadAgain(first);
        isReadAgain(gone);
        again.pipeInput("no id".getBytes(UTF_8), "no article".getBytes(UTF_8));

        assertThat(insights.isEmpty()).isTrue();
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void readsAgainWhatItDoesNotRemember() {
        isReadAgain(article(7, 3, "Largan ships samples", REPORT));

        assertThat(insights.readValue().article().revision()).isEqualTo(3);
    }

    @Test
    void namesTheThemesOfAnArticle() {
        arrives(article(1, 1, "Largan eyes co-packaged optics", REPORT));

        assertThat(insights.readValue().themes())
                .extracting(NamedTheme::theme)
                .containsExactly("co-packaged-optics", "phone-lenses");
    }

    @Test
    void readsNoCourseOutOfWhatIsNoArticle() {
        Article list = article(1, 1, "Largan ships samples", REPORT);
        arrives(article(2, 1, "Largan ships samples", REPORT));
        arrives(list.withVerdict(PageVerdict.NOT_AN_ARTICLE, "headlines"));
        arrives(article(3, 1, "Largan ships samples", REPORT).withVerdict(PageVerdict.PAYWALL_STUB, "subscribe"));

        List<Insight> published = insights.readValuesToList();

        assertThat(published).extracting(insight -> insight.suppliers().size()).containsExactly(1, 0, 1);
        assertThat(published.get(1).story())
                .as("a list is no copy of an article")
                .isEqualTo(list.id());
        assertThat(published.get(1).article().verdict()).isEqualTo(PageVerdict.NOT_AN_ARTICLE);
    }

    @Test
    void publishesArticlesThatNameNoSupplierToo() {
        arrives(article(1, 1, "Rain", "It rained all week."));

        assertThat(insights.readValue().suppliers()).isEmpty();
    }

    @Test
    void givesCopiesTheStoryOfTheFirst() {
        arrives(article(1, 1, "Largan ships samples", REPORT));
        arrives(article(2, 1, "New lens on its way", "TAIPEI (Example Wire) - " + REPORT));
        arrives(article(3, 1, "Rain", "It rained all week, and nobody minded as the reservoirs had been low."));

        assertThat(insights.readValuesToList()).extracting(Insight::story).containsExactly(id(1), id(1), id(3));
    }

    @Test
    void tellsWhichArticleACopyCopies() {
        arrives(article(1, 1, "Largan ships samples", REPORT));
        arrives(article(2, 1, "New lens on its way", "TAIPEI (Example Wire) - " + REPORT));

        assertThat(insights.readValuesToList()).extracting(Insight::copyOf).containsExactly(null, id(1));
    }

    @Test
    void givesAnotherReportOfTheEventTheStoryOfTheFirstButCallsItNoCopy() {
        arrives(article(1, 1, "Largan ships samples", REPORT));
        arrives(article(
                2,
                1,
                "Largan Precision begins to sample molded lens",
                "Two customers have got samples of a molded lens from Largan Precision, the Taiwanese maker of lenses "
                        + "for phones said on Monday. It named neither them nor the price. The samples come a quarter "
                        + "before analysts had expected them."));

        List<Insight> published = insights.readValuesToList();

        assertThat(published).extracting(Insight::story).containsExactly(id(1), id(1));
        assertThat(published.getLast().copyOf()).isNull();
    }

    /// Articles travel through as many partitions as there are, and all ask one task.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void givesTheSameStoriesWhateverTheNumberOfPartitionsAndAfterAReplay(int partitions, @TempDir Path state) {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        List<Article> stream = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            String text = number % 3 == 0 ? "Report " + number + " on rain in town " + number : REPORT;
            stream.add(article(number, 1, "Title " + number, text));
        }
        stream.forEach(this::arrives);
        List<String> expected = places(insights.readValuesToList());

        try (var other = new TopologyTestDriver(AnalysisTopology.of(() -> READER, partitions), settings)) {
            TestInputTopic<byte[], byte[]> in = other.createInputTopic(
                    IngestTopics.ARTICLES.name(), new ByteArraySerializer(), new ByteArraySerializer());
            TestOutputTopic<String, Insight> out = other.createOutputTopic(
                    AnalysisTopics.INSIGHTS.name(),
                    AnalysisTopics.INSIGHTS.key().deserializer(),
                    AnalysisTopics.INSIGHTS.value().deserializer());
            stream.forEach(article -> in.pipeInput(article.id().getBytes(UTF_8), json(article)));
            List<String> first = places(out.readValuesToList());
            stream.reversed().forEach(article -> in.pipeInput(article.id().getBytes(UTF_8), json(article)));
            List<String> replayed = places(out.readValuesToList());

            assertThat(first).isEqualTo(expected);
            assertThat(replayed).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<String> places(List<Insight> insights) {
        return insights.stream()
                .map(insight -> insight.article().id() + " " + insight.story() + " " + insight.copyOf())
                .toList();
    }

    @Test
    void publishesALaterRevisionInThePlaceOfTheEarlier() {
        arrives(article(1, 1, "Largan ships samples", REPORT));
        arrives(article(2, 1, "Largan ships samples", REPORT));

        arrives(article(2, 2, "Correction", "Hoya, not Largan, shipped the samples, the company said on Tuesday."));

        List<KeyValue<String, Insight>> published = insights.readKeyValuesToList();
        assertThat(published).extracting(each -> each.key).containsExactly(id(1), id(2), id(2));
        Insight corrected = published.getLast().value;
        assertThat(corrected.article().revision()).isEqualTo(2);
        assertThat(corrected.article().title()).isEqualTo("Correction");
        assertThat(corrected.story()).as("the story stays").isEqualTo(id(1));
    }

    @Test
    void publishesExactlyOneInsightForEachRevision() {
        for (int revision = 1; revision <= 3; revision++) {
            for (int number = 1; number <= 10; number++) {
                arrives(article(number, revision, "Title " + revision, "Text " + number + " " + revision));
            }
        }

        assertThat(insights.readKeyValuesToList())
                .extracting(published ->
                        published.key + "#" + published.value.article().revision())
                .hasSize(30)
                .doesNotHaveDuplicates();
        try (var waiting = driver.getKeyValueStore(AnalysisTopology.DRAFTS).all()) {
            assertThat(waiting.hasNext()).as("a draft waits for ever").isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void buriesARecordThatIsNoArticleAndLetsItsNeighboursThrough(int place) {
        byte[] bad = {0, 1, 2, (byte) 0xff};
        List<TestRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Article article = article(number, 1, "Title", "Text of article " + number);
            batch.add(record(article.id().getBytes(UTF_8), json(article)));
        }
        batch.add(place, record(id(9).getBytes(UTF_8), bad));

        articles.pipeRecordList(batch);

        assertThat(insights.readKeyValuesToList())
                .extracting(published -> published.key)
                .containsExactly(id(1), id(2));
        TestRecord<byte[], byte[]> letter = dead.readRecord();
        assertThat(letter.key()).isEqualTo(id(9).getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo(bad);
        assertThat(header(letter, "reason")).startsWith("cannot read Article");
        assertThat(header(letter, "stage")).isEqualTo("analysis");
        assertThat(header(letter, "origin")).isEqualTo("articles.v1-0@" + place);
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void buriesJsonThatIsNoArticle() {
        String[] none = {
            "", "{}", "null", "[]", "{\"revision\":1}", "{\"revision\":0}", "{\"id\":\"" + id(9) + "\",\"revision\":1}"
        };

        for (String json : none) {
            articles.pipeInput(id(9).getBytes(UTF_8), json.getBytes(UTF_8));
        }
        arrives(article(1, 1, "Title", "Text"));

        assertThat(dead.readValuesToList())
                .extracting(value -> new String(value, UTF_8))
                .containsExactly(none);
        assertThat(insights.readKeyValuesToList()).hasSize(1);
    }

    @Test
    void buriesAnArticleThatLacksAField() {
        Article article = article(9, 1, "Title", "Text");
        String whole = new String(json(article), UTF_8);
        for (String field : new String[] {
            "fingerprint", "url", "canonicalUrl", "sourceId", "source", "title", "seen", "text", "revision"
        }) {
            String lacking = whole.replace("\"" + field + "\":", "\"no-" + field + "\":");

            articles.pipeInput(article.id().getBytes(UTF_8), lacking.getBytes(UTF_8));

            assertThat(header(dead.readRecord(), "reason")).as(field).isNotBlank();
        }
        assertThat(insights.isEmpty()).isTrue();
    }

    @Test
    void buriesAnArticleWhoseKeyIsNotItsIdSinceItsAnswerWouldGoAstray() {
        Article article = article(9, 1, "Title", "Text");

        articles.pipeInput(record(null, json(article)));
        articles.pipeInput(record(id(8).getBytes(UTF_8), json(article)));
        articles.pipeInput(record(new byte[] {(byte) 0xc3}, json(article)));

        List<TestRecord<byte[], byte[]>> letters = dead.readRecordsToList();
        assertThat(letters).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.value()).isEqualTo(json(article));
            assertThat(header(letter, "reason")).contains("key");
        });
        assertThat(letters.get(0).key()).isNull();
        assertThat(letters.get(2).key()).containsExactly(0xc3);
        assertThat(insights.isEmpty()).isTrue();
    }

    @Test
    void passesTheDeletionOfAnArticleOn() {
        arrives(article(1, 1, "Title", "Text"));

        articles.pipeInput(record(id(1).getBytes(UTF_8), null));
        arrives(article(2, 1, "Other title", "Other text"));

        List<KeyValue<String, Insight>> published = insights.readKeyValuesToList();
        assertThat(published).extracting(each -> each.key).containsExactly(id(1), id(1), id(2));
        assertThat(published.get(1).value).isNull();
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void readsAnArticleAsLongAsThePageItCameFrom() {
        String text = "Largan ships lenses to phone makers. ".repeat(100_000);

        arrives(article(1, 1, "Long", text));

        assertThat(insights.readValue().article().text()).hasSameSizeAs(text);
    }

    /// Row K1 of the reliability list: no topic would take it, and the stage would try for ever.
    @Test
    void buriesAnArticleThatWouldFitNoInsight() {
        String text = "Lenses are sold to phone makers. ".repeat(300_000);
        Article article = article(1, 1, "Long", text).withVerdict(PageVerdict.NOT_AN_ARTICLE, "a list");

        arrives(article);
        arrives(article(2, 1, "Title", "Text"));

        TestRecord<byte[], byte[]> letter = dead.readRecord();
        assertThat(header(letter, "reason")).contains("larger than");
        assertThat(header(letter, "left-out")).isEqualTo(Integer.toString(json(article).length + 32));
        assertThat(letter.key()).isEqualTo(id(1).getBytes(UTF_8));
        assertThat(letter.value()).isNull();
        assertThat(insights.readKeyValuesToList()).extracting(each -> each.key).containsExactly(id(2));
    }
}
