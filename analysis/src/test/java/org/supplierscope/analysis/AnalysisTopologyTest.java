package org.supplierscope.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.PageVerdict;

class AnalysisTopologyTest extends DrivenTopology {

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
}
