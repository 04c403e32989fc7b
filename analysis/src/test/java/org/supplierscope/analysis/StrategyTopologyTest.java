package org.supplierscope.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.ShiftEvidence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.analysis.published.TimelineMonth;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// From articles to shifts and timelines, by the whole graph.
class StrategyTopologyTest {

    private static final long SEED = 20_261_123;
    private static final StanceReader READER = StanceReader.byWords(Catalogue.shipped());
    private static final String NARROWS = "Largan Precision turned down volume orders to focus on premium lenses.";
    private static final String WIDENS = "Largan Precision will build a new plant to expand its mass production.";

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> articles;
    private TestOutputTopic<String, StrategyShift> shifts;
    private TestOutputTopic<String, StrategyTimeline> timelines;

    @BeforeEach
    void start(@TempDir Path state) {
        var settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(AnalysisTopology.of(() -> READER, 3), settings);
        articles = driver.createInputTopic(
                IngestTopics.ARTICLES.name(), new ByteArraySerializer(), new ByteArraySerializer());
        shifts = driver.createOutputTopic(
                AnalysisTopics.SHIFTS.name(),
                AnalysisTopics.SHIFTS.key().deserializer(),
                AnalysisTopics.SHIFTS.value().deserializer());
        timelines = driver.createOutputTopic(
                AnalysisTopics.STRATEGIES.name(),
                AnalysisTopics.STRATEGIES.key().deserializer(),
                AnalysisTopics.STRATEGIES.value().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    /// An article that is read a day after it is published, in words that no other has.
    private static Article article(int number, LocalDate date, String sentence) {
        var random = new Random(number);
        var words = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            words.append("word").append(random.nextInt(1_000_000)).append(i % 12 == 11 ? ". " : " ");
        }
        var url = URI.create("https://site" + number % 7 + ".example/" + number);
        return new Article(
                id(number),
                1,
                id(1_000_000 + number),
                url,
                url,
                "site-" + number % 7,
                "Site " + number % 7,
                "Report " + number,
                null,
                date.toString(),
                date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                "en",
                null,
                sentence + "\n\n" + words);
    }

    private static List<Article> monthly(int first, String begin, int count, String sentence) {
        List<Article> monthly = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            monthly.add(article(first + i, LocalDate.parse(begin).plusMonths(i), sentence));
        }
        return monthly;
    }

    private static List<Article> turn() {
        List<Article> turn = monthly(100, "2018-01-10", 12, NARROWS);
        turn.addAll(monthly(200, "2019-01-10", 12, WIDENS));
        return turn;
    }

    private static Article with(Article article, int revision, Instant seen, String text) {
        return new Article(
                article.id(),
                revision,
                id(2_000_000 + revision),
                article.url(),
                article.canonicalUrl(),
                article.sourceId(),
                article.source(),
                article.title(),
                null,
                article.published(),
                seen,
                "en",
                null,
                text);
    }

    private void arrive(List<Article> arriving) {
        for (Article article : arriving) {
            articles.pipeInput(
                    article.id().getBytes(UTF_8),
                    IngestTopics.ARTICLES.value().serializer().serialize("", article));
        }
    }

    private StrategyShift turned() {
        arrive(turn());
        List<KeyValue<String, StrategyShift>> told = shifts.readKeyValuesToList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key).isEqualTo(told.getFirst().value.id());
        return told.getFirst().value;
    }

    private List<TimelineMonth> months() {
        return timelines.readKeyValuesToList().getLast().value.months();
    }

    @Test
    void tellsAShiftWithTheSentencesOfBothSides() {
        StrategyShift shift = turned();

        assertThat(shift.id()).isEqualTo("largan-precision:breadth:2019-01");
        assertThat(shift.supplier()).isEqualTo("largan-precision");
        assertThat(shift.from()).isEqualTo(Stance.PRECISION);
        assertThat(shift.to()).isEqualTo(Stance.BREADTH);
        assertThat(shift.at()).isEqualTo(Instant.parse("2019-01-10T00:00:00Z"));
        assertThat(shift.before()).extracting(ShiftEvidence::sentence).containsOnly(NARROWS);
        assertThat(shift.after()).extracting(ShiftEvidence::sentence).containsOnly(WIDENS);
        assertThat(shift.after()).extracting(ShiftEvidence::article).startsWith(id(200));
        assertThat(shift.stories()).isEqualTo(shift.after().size());
    }

    @Test
    void tellsNothingAgainOnReplay() {
        turned();
        months();

        arrive(turn());

        assertThat(shifts.isEmpty()).isTrue();
        assertThat(timelines.isEmpty()).isTrue();
    }

    @Test
    void tellsAShiftOnceWhenArticlesComeLate() {
        List<Article> articlesInOrder = turn();
        Article late = articlesInOrder.remove(13);
        articlesInOrder.add(15, with(late, 1, late.seen().plus(Duration.ofDays(30)), late.text()));

        arrive(articlesInOrder);

        assertThat(shifts.readKeyValuesToList())
                .extracting(each -> each.key)
                .containsExactly("largan-precision:breadth:2019-01");
    }

    @Test
    void takesAShiftBackUnderItsKeyWhenItsArticlesAreCorrected() {
        StrategyShift shift = turned();

        arrive(monthly(200, "2019-01-10", 12, WIDENS).stream()
                .map(article -> with(article, 2, article.seen(), article.text().replace(WIDENS, NARROWS)))
                .toList());

        List<KeyValue<String, StrategyShift>> told = shifts.readKeyValuesToList();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key).isEqualTo(shift.id());
        assertThat(told.getFirst().value.revoked()).isTrue();
        assertThat(told.getFirst().value.reason()).isNotBlank();
        assertThat(months().getLast().balance()).isPositive();
    }

    @Test
    void takesAShiftBackWhenItsArticlesAreDeleted() {
        StrategyShift shift = turned();

        for (int number = 200; number < 212; number++) {
            articles.pipeInput(new TestRecord<>(id(number).getBytes(UTF_8), null));
        }

        assertThat(shifts.readValuesToList())
                .singleElement()
                .satisfies(told -> assertThat(told.id()).isEqualTo(shift.id()))
                .satisfies(told -> assertThat(told.revoked()).isTrue());
        assertThat(months()).hasSize(12);
    }

    @Test
    void withdrawsWhatAnArticleSaidOfASupplierThatItNoLongerNames() {
        arrive(List.of(article(1, LocalDate.parse("2020-01-01"), WIDENS)));
        assertThat(months()).hasSize(1);

        Article article = article(1, LocalDate.parse("2020-01-01"), WIDENS);
        arrive(List.of(with(article, 2, article.seen(), "It rained.")));

        assertThat(months()).isEmpty();
    }

    @Test
    void movesTheTimelineForBackFilledNewsAndTellsNoShift() {
        Instant now = Instant.parse("2026-03-05T10:00:00Z");

        arrive(turn().stream()
                .map(article -> with(article, 1, now, article.text()))
                .toList());

        assertThat(shifts.isEmpty()).isTrue();
        StrategyTimeline timeline = timelines.readValuesToList().getLast();
        assertThat(timeline.months()).hasSize(24);
        assertThat(timeline.months().get(11).balance()).isPositive();
        assertThat(timeline.months().get(23).balance()).isNegative();
        assertThat(timeline.turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.told()).isFalse());
    }

    @Test
    void countsThirtyCopiesOfAPressReleaseAsOneStory() {
        arrive(monthly(100, "2018-01-10", 12, NARROWS));
        Article release = article(300, LocalDate.parse("2019-01-10"), WIDENS);
        List<Article> copies = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Article other = article(300 + i, LocalDate.parse("2019-01-11"), WIDENS);
            copies.add(with(other, 1, other.seen(), release.text()));
        }

        arrive(copies);

        assertThat(shifts.isEmpty()).isTrue();
        assertThat(months().getLast().stories()).isEqualTo(1);
    }

    /// With several instances only the order in which partitions are read differs.
    @Test
    void endsWithTheSameShiftAndTimelineHoweverPartitionsInterleave(@TempDir Path other) {
        StrategyShift shift = turned();
        List<TimelineMonth> months = months();
        List<Article> interleaved = turn();
        var random = new Random(SEED);
        for (int i = 0; i + 3 <= interleaved.size(); i += 3) {
            Collections.shuffle(interleaved.subList(i, i + 3), random);
        }
        driver.close();
        start(other);

        arrive(interleaved);

        assertThat(shifts.readKeyValuesToList())
                .as("seed %d", SEED)
                .extracting(each -> each.key)
                .containsExactly(shift.id());
        assertThat(months()).as("seed %d", SEED).isEqualTo(months);
    }
}
