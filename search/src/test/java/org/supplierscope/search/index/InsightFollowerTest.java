package org.supplierscope.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.index.InsightIndex.LogPosition;

/// With Kafka's own consumer without a broker; the real one is met in the assembled program.
class InsightFollowerTest {

    private static final TopicPartition PARTITION = new TopicPartition(AnalysisTopics.INSIGHTS.name(), 0);
    private static final String LOG = "log-1";

    @TempDir
    private Path folder;

    private InsightIndex index;
    private final List<InsightFollower> followers = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        index = new InsightIndex(folder);
    }

    @AfterEach
    void close() throws IOException {
        followers.forEach(InsightFollower::close);
        index.close();
    }

    private static MockConsumer<String, byte[]> log(long begin, long end) {
        var consumer = new MockConsumer<String, byte[]>("earliest");
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, begin));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return consumer;
    }

    private static ConsumerRecord<String, byte[]> record(long offset, int number, byte @Nullable [] value) {
        return new ConsumerRecord<>(PARTITION.topic(), 0, offset, ExampleInsight.id(number), value);
    }

    private static byte[] insight(int number, String title) {
        return AnalysisTopics.INSIGHTS
                .value()
                .serializer()
                .serialize("", ExampleInsight.of(number).title(title).make());
    }

    private InsightFollower follow(MockConsumer<String, byte[]> consumer) {
        var follower = new InsightFollower(index, consumer, LOG);
        followers.add(follower);
        follower.start();
        return follower;
    }

    private int count() {
        return index.search(searcher -> searcher.count(new MatchAllDocsQuery()));
    }

    @Test
    void hasCaughtUpAtOnceWithAnEmptyLog() throws Exception {
        InsightFollower follower = follow(log(0, 0));

        follower.caughtUp().get(20, SECONDS);

        assertThat(count()).isZero();
    }

    @Test
    void catchesUpWithWhatWasThereAndFollowsWhatComes() throws Exception {
        var consumer = log(0, 2);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, 1, insight(1, "First")));
            consumer.addRecord(record(1, 2, insight(2, "Second")));
        });

        InsightFollower follower = follow(consumer);
        follower.caughtUp().get(20, SECONDS);

        assertThat(count()).isEqualTo(2);
        consumer.schedulePollTask(() -> consumer.addRecord(record(2, 3, insight(3, "Third"))));
        Awaiting.until("the third", () -> count() == 3);
    }

    @Test
    void putsRevisionsInPlaceAndTakesDeletedArticlesOut() {
        var consumer = log(0, 4);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, 1, insight(1, "First")));
            consumer.addRecord(record(1, 2, insight(2, "Second")));
            consumer.addRecord(record(2, 1, insight(1, "First, corrected")));
            consumer.addRecord(record(3, 2, null));
        });

        InsightFollower follower = follow(consumer);
        follower.caughtUp().join();

        assertThat(count()).isEqualTo(1);
        assertThat(follower.unreadable()).isZero();
    }

    @Test
    void leavesOutWhatCannotBeReadAndGoesOnWithItsNeighbours() {
        var noKey = new ConsumerRecord<String, byte[]>(PARTITION.topic(), 0, 4, null, null);
        String longTerm = "s".repeat(40_000);
        byte[] immense = AnalysisTopics.INSIGHTS
                .value()
                .serializer()
                .serialize("", ExampleInsight.of(8).source(longTerm, "S").make());
        var consumer = log(0, 7);
        consumer.schedulePollTask(() -> {
            consumer.addRecord(record(0, 9, "{}".getBytes(UTF_8)));
            consumer.addRecord(record(1, 1, insight(1, "First")));
            consumer.addRecord(record(2, 9, new byte[] {0, (byte) 0xff}));
            consumer.addRecord(record(
                    3,
                    7,
                    new String(insight(7, "Seventh"), UTF_8)
                            .replace("\"title\"", "\"headline\"")
                            .getBytes(UTF_8)));
            consumer.addRecord(noKey);
            consumer.addRecord(record(5, 8, immense));
            consumer.addRecord(record(6, 2, insight(2, "Last")));
        });

        InsightFollower follower = follow(consumer);
        follower.caughtUp().join();

        assertThat(count()).isEqualTo(2);
        assertThat(follower.unreadable()).isEqualTo(4);
    }

    @Test
    void commitsTheEndOfTheLogWhenItCloses() throws IOException {
        var consumer = log(0, 1);
        consumer.schedulePollTask(() -> consumer.addRecord(record(0, 1, insight(1, "First"))));

        InsightFollower follower = follow(consumer);
        follower.caughtUp().join();
        follower.close();

        assertThat(consumer.closed()).isTrue();
        assertThat(index.committed()).isEqualTo(new LogPosition(LOG, Map.of(0, 1L)));
    }

    @Test
    void goesOnFromThePositionOfTheIndex() throws IOException {
        index.put(ExampleInsight.of(1).make());
        index.commit(new LogPosition(LOG, Map.of(0, 5L)));
        var consumer = log(0, 6);
        consumer.schedulePollTask(() -> consumer.addRecord(record(5, 2, insight(2, "Second"))));

        follow(consumer).caughtUp().join();

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void emptiesTheIndexWhenItWasMadeFromAnotherLog() throws IOException {
        index.put(ExampleInsight.of(1).make());
        index.commit(new LogPosition("another log", Map.of(0, 1L)));
        var consumer = log(0, 1);
        consumer.schedulePollTask(() -> consumer.addRecord(record(0, 2, insight(2, "Second"))));

        follow(consumer).caughtUp().join();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void emptiesTheIndexWhenItIsBeyondTheEndOfTheLogOrBeforeItsBeginning() throws IOException {
        for (long[] ends : new long[][] {{0, 3}, {6, 8}}) {
            index.put(ExampleInsight.of(1).make());
            index.commit(new LogPosition(LOG, Map.of(0, 5L)));
            var consumer = log(ends[0], ends[1]);
            consumer.schedulePollTask(() -> consumer.addRecord(record(ends[1] - 1, 2, insight(2, "Second"))));

            InsightFollower follower = follow(consumer);
            follower.caughtUp().join();

            assertThat(count()).isEqualTo(1);
            follower.close();
        }
    }

    @Test
    void tellsThoseWhoWaitWhenItCannotGoOn() {
        var consumer = log(0, 1);
        consumer.setPollException(new KafkaException("the broker does not like us"));

        InsightFollower follower = follow(consumer);

        assertThatThrownBy(() -> follower.caughtUp().get(20, SECONDS)).hasMessageContaining("does not like us");
    }

    @Test
    void closesWithoutHavingStarted() {
        var consumer = log(0, 0);

        new InsightFollower(index, consumer, LOG).close();

        assertThat(consumer.closed()).isTrue();
    }
}
