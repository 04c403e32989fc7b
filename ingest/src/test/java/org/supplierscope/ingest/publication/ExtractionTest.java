package org.supplierscope.ingest.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.Awaiting;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.publication.ArticleComposer.Composition;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.PageVerdict;

/// Extraction between Kafka's own in-memory consumer and producer, with a real database.
class ExtractionTest {

    private static final TopicPartition PAGES = new TopicPartition(IngestTopics.PAGES.name(), 0);
    private static final String URL = "https://www.example.org/news/7";

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final FlakyProducer producer = new FlakyProducer();
    private final FlakyDatabase database = new FlakyDatabase();
    private final List<Article> found = new CopyOnWriteArrayList<>();
    private Extraction extraction =
            new Extraction(consumer, producer, new RevisionLedger(database), "group", 1000, found::add);
    private final List<byte[]> pages = new ArrayList<>();
    private @Nullable Instant recordTime;

    @AfterEach
    void close() {
        extraction.close();
    }

    private void start(byte[]... warcs) {
        pages.addAll(List.of(warcs));
        consumer.schedulePollTask(() -> {
            consumer.rebalance(Set.of(PAGES));
            consumer.updateBeginningOffsets(Map.of(PAGES, 0L));
            arrive(0);
        });
        extraction.start();
    }

    /// What was read from an offset on comes again after the consumer was set back, as a broker would send it.
    private void arrive(long offset) {
        for (long at = offset; at < pages.size(); at++) {
            consumer.addRecord(new ConsumerRecord<>(
                    PAGES.topic(),
                    0,
                    at,
                    recordTime == null ? -1 : recordTime.toEpochMilli(),
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    URL,
                    pages.get((int) at),
                    new RecordHeaders(),
                    Optional.empty()));
        }
    }

    private void arriveAgainWhenSetBack() {
        consumer.schedulePollTask(() -> {
            if (consumer.position(PAGES) == 0) {
                arrive(0);
            } else {
                arriveAgainWhenSetBack();
            }
        });
    }

    private List<ProducerRecord<String, byte[]>> written(String topic) {
        return producer.history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    private List<Article> articles() {
        return written(IngestTopics.ARTICLES.name()).stream()
                .map(record -> IngestTopics.ARTICLES.value().deserializer().deserialize(record.topic(), record.value()))
                .toList();
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader(name), name).value(), StandardCharsets.UTF_8);
    }

    private void awaitPosition(long offset) throws InterruptedException {
        Awaiting.until(
                "position " + offset,
                () -> producer.consumerGroupOffsetsHistory().stream()
                        .flatMap(groups -> groups.values().stream())
                        .anyMatch(offsets ->
                                offsets.containsKey(PAGES) && offsets.get(PAGES).offset() == offset));
    }

    @Test
    void publishesAContentOnceAndNumbersWhatChanges() throws Exception {
        byte[] first = Pages.warc(URL, Pages.html("Mill adds a line", ""));
        byte[] changed = Pages.warc(URL, Pages.html("Mill adds two lines", ""));

        start(first, first, changed, first);
        awaitPosition(4);

        assertThat(articles())
                .extracting(Article::title, Article::revision)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Mill adds a line", 1),
                        org.assertj.core.groups.Tuple.tuple("Mill adds two lines", 2));
        var record = written(IngestTopics.ARTICLES.name()).getFirst();
        assertThat(record.key()).isEqualTo(articles().getFirst().id());
        assertThat(record.timestamp()).isEqualTo(Pages.FETCHED.toEpochMilli());
    }

    // P10
    @Test
    void letsAnArticleFollowAnErrorAndNoErrorAnArticle() throws Exception {
        byte[] gone = Pages.warc(URL, "<title>Page not found</title><p>The page you are looking for is not here.</p>");
        byte[] wall = Pages.warc(URL, "<title>Access denied</title><h1>Access denied</h1>");

        start(gone, wall, Pages.warc(URL, Pages.html("Mill adds a line", "")), gone, wall);
        awaitPosition(5);

        assertThat(articles())
                .extracting(Article::verdict, Article::revision)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PageVerdict.ERROR_PAGE, 1),
                        org.assertj.core.groups.Tuple.tuple(PageVerdict.ARTICLE, 2));
        assertThat(articles().getFirst().text()).isEmpty();
        assertThat(written(IngestTopics.PAGES_DEAD.name())).isEmpty();
    }

    @Test
    void takesBackWhatWasOnceReadOutOfADocument() throws Exception {
        byte[] page = Pages.warc(URL, Pages.html("Mill adds a line", ""));
        byte[] pdf =
                Pages.warc(URL, "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "text/html", "Mill adds a line", null);

        start(page, pdf);
        awaitPosition(2);

        assertThat(articles())
                .extracting(Article::verdict, Article::revision)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PageVerdict.ARTICLE, 1),
                        org.assertj.core.groups.Tuple.tuple(PageVerdict.NOT_AN_ARTICLE, 2));
    }

    @Test
    void tellsOfEveryArticleBeforeItsPositionIsPassed() throws Exception {
        byte[] dated = Pages.warc(
                URL, Pages.html("Mill adds a line", "<meta property='article:published_time' content='2026-02-03'>"));

        start(dated);
        awaitPosition(1);

        assertThat(found).extracting(Article::published).containsExactly("2026-02-03");
    }

    @Test
    void setsRubbishAsideWithItsReasonAndPublishesItsNeighbours() throws Exception {
        byte[] rubbish = "rubbish".getBytes(StandardCharsets.UTF_8);

        start(rubbish, Pages.warc(URL, Pages.html("Mill adds a line", "")), new byte[0], Pages.warc(URL, ""));
        awaitPosition(4);

        assertThat(articles()).hasSize(1);
        List<ProducerRecord<String, byte[]>> dead = written(IngestTopics.PAGES_DEAD.name());
        assertThat(dead).hasSize(3);
        assertThat(dead.getFirst().value()).isEqualTo(rubbish);
        assertThat(header(dead.getFirst(), "reason")).startsWith("not a page as the crawl stores them");
        assertThat(header(dead.getFirst(), "stage")).isEqualTo("extraction");
        assertThat(header(dead.getFirst(), "origin")).isEqualTo("pages.v1-0@0");
    }

    @Test
    void setsAsideWhatWouldFitNoRecordAndGoesOn() throws Exception {
        byte[] page = Pages.warc(URL, Pages.html("Mill adds a line", ""));
        var texts = new ArrayDeque<>(List.of("\"".repeat(5_000_000), "half \ud83d a character"));
        var composer = new ArticleComposer();
        extraction = new Extraction(
                consumer,
                producer,
                new RevisionLedger(database),
                "group",
                warc -> withText(composer.compose(warc), texts),
                Duration.ofSeconds(10),
                1000,
                found::add);

        start(page, page);
        awaitPosition(2);

        assertThat(articles()).hasSize(1);
        assertThat(header(written(IngestTopics.PAGES_DEAD.name()).getFirst(), "reason"))
                .contains("larger than");
    }

    private static synchronized Composition withText(Composition composition, Queue<String> texts) {
        Article one = ((Composition.Composed) composition).article();
        String text = texts.remove();
        return new Composition.Composed(new Article(
                one.id(),
                1,
                CanonicalAddress.digest(text),
                one.url(),
                one.canonicalUrl(),
                one.sourceId(),
                one.source(),
                one.title(),
                null,
                null,
                one.seen(),
                null,
                null,
                text));
    }

    @Test
    void triesABatchAgainWhenTheDatabaseFails() throws Exception {
        database.failing.set(1);
        arriveAgainWhenSetBackAfterStart();

        start(Pages.warc(URL, Pages.html("Mill adds a line", "")));
        awaitPosition(1);

        assertThat(articles()).extracting(Article::revision).containsExactly(1);
    }

    @Test
    void abortsAndTriesAgainWhenTheBrokerFailsToCommit() throws Exception {
        producer.failingCommits.set(1);
        arriveAgainWhenSetBackAfterStart();

        start(Pages.warc(URL, Pages.html("Mill adds a line", "")));
        awaitPosition(1);

        assertThat(articles())
                .as("committed once, with the number that was claimed")
                .extracting(Article::revision)
                .containsExactly(1);
    }

    private void arriveAgainWhenSetBackAfterStart() {
        // Runs in polls after the one that brings the records.
        Thread.ofVirtual().start(() -> {
            try {
                Awaiting.until(
                        "the first records were read",
                        () -> !pages.isEmpty() && !consumer.subscription().isEmpty());
                arriveAgainWhenSetBack();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void aPageThatNeverEndsHoldsNoOther() throws Exception {
        var composer = new ArticleComposer();
        var never = new CountDownLatch(1);
        extraction = new Extraction(
                consumer,
                producer,
                new RevisionLedger(database),
                "group",
                warc -> {
                    while (warc.length == 1 && never.getCount() > 0) {
                        LockSupport.parkNanos(1_000_000);
                    }
                    return composer.compose(warc);
                },
                Duration.ofSeconds(1),
                1000,
                found::add);
        byte[] endless = new byte[1];

        start(endless, endless, endless, Pages.warc(URL, Pages.html("Mill adds a line", "")));
        awaitPosition(4);
        never.countDown();

        assertThat(articles()).hasSize(1);
        assertThat(written(IngestTopics.PAGES_DEAD.name()))
                .hasSize(3)
                .allSatisfy(dead -> assertThat(header(dead, "reason")).contains("took longer"));
    }

    private static byte[] captured(String title, Instant at) throws IOException {
        CapturedPage page = CapturedPage.fromWarc(Pages.warc(URL, Pages.html(title, "")));
        return new CapturedPage(page.response(), at, page.sourceId(), page.source(), null, null).toWarc();
    }

    @Test
    void pagesExtractedAnewGetARevisionOnlyWhereTheyComeOutDifferent() throws Exception {
        byte[] one = Pages.warc(URL, Pages.html("Mill adds a line", ""));
        byte[] other = Pages.warc("https://www.example.org/news/8", Pages.html("Port opens a quay", ""));
        var composer = new ArticleComposer();
        var seen = new AtomicInteger();
        extraction = new Extraction(
                consumer,
                producer,
                new RevisionLedger(database),
                "group",
                warc -> {
                    Composition composition = composer.compose(warc);
                    // A newer extractor, from the third page on, which reads one of the pages better.
                    return java.util.Arrays.equals(warc, one) && seen.incrementAndGet() == 2
                            ? withText(composition, new ArrayDeque<>(List.of("The mill's text, whole.")))
                            : composition;
                },
                Duration.ofSeconds(10),
                1000,
                found::add);

        start(one, other, one, other);
        awaitPosition(4);

        assertThat(articles())
                .extracting(Article::title, Article::revision, Article::seen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Mill adds a line", 1, Pages.FETCHED),
                        org.assertj.core.groups.Tuple.tuple("Port opens a quay", 1, Pages.FETCHED),
                        org.assertj.core.groups.Tuple.tuple("Mill adds a line", 2, Pages.FETCHED));
        assertThat(articles().getLast().text()).isEqualTo("The mill's text, whole.");
    }

    @Test
    void anOlderCaptureThatComesLateIsNotPublishedAndANewerOneIs() throws Exception {
        start(
                captured("Mill adds two lines", Pages.FETCHED),
                captured("Mill adds a line", Pages.FETCHED.minusSeconds(60)),
                captured("Mill adds three lines", Pages.FETCHED.plusSeconds(60)));
        awaitPosition(3);

        assertThat(articles())
                .extracting(Article::title, Article::revision)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Mill adds two lines", 1),
                        org.assertj.core.groups.Tuple.tuple("Mill adds three lines", 2));
    }

    @Test
    void anArticleLiesOnItsTopicUnderTheTimeOfItsPageAndKeepsTheDateOfItsCapture() throws Exception {
        Instant imported = Pages.FETCHED.plusSeconds(100_000_000);
        recordTime = imported;

        start(captured("Mill adds a line", Pages.FETCHED));
        awaitPosition(1);

        assertThat(written(IngestTopics.ARTICLES.name()).getFirst().timestamp()).isEqualTo(imported.toEpochMilli());
        assertThat(articles().getFirst().seen()).isEqualTo(Pages.FETCHED);
    }

    @Test
    void stopsWhenItIsClosed() throws Exception {
        start(Pages.warc(URL, Pages.html("Mill adds a line", "")));
        awaitPosition(1);

        long start = System.nanoTime();
        extraction.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(consumer.closed()).isTrue();
        assertThat(producer.closed()).isTrue();
    }
}
