package org.supplierscope.deploy.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.deploy.deadletter.Letter;
import org.supplierscope.deploy.deadletter.Replay.Outcome;
import org.supplierscope.ingest.published.Article;

/// Rows K1, K2, K3 and K7 of the reliability list: the analysis stage in this process on a real
/// broker, given what it cannot read and topics that do not take what it writes.
class AnalysisFaultsTest extends AnalysisOnBroker {

    private static final int ROUNDS = 9;

    @Test
    @DisplayName("K1, K2: what cannot be read, first in its batch, is a dead letter within a second, and its"
            + " neighbours are read")
    void poisonFirstInItsBatch() throws Exception {
        byte[][] poisons = {
            {0, 1, 2, (byte) 0xff},
            "{\"version\":9,\"headline\":\"of another time\"}".getBytes(UTF_8),
            "[[[[[[[[".getBytes(UTF_8),
        };
        List<Duration> waits = new ArrayList<>();
        int letters = letters().size();
        try (var producer = producer(LARGEST, "none");
                var seenLetters = new SeenRecords(broker.bootstrapServers(), DEAD);
                var seenInsights = new SeenRecords(broker.bootstrapServers(), INSIGHTS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Article neighbour = article();
                String poisoned = article().id();
                byte[] poison = poisons[round % poisons.length];

                // One batch: nothing is sent before the flush.
                var _ = producer.send(new ProducerRecord<>(ARTICLES, poisoned.getBytes(UTF_8), poison));
                var _ = producer.send(record(neighbour));
                long sent = System.nanoTime();
                producer.flush();

                long letter = seenLetters.await(poisoned, PATIENCE);
                long insight = seenInsights.await(neighbour.id(), PATIENCE);
                waits.add(Duration.ofNanos(Math.max(letter, insight) - sent));
            }
        }
        waits.sort(null);
        System.out.println("AnalysisFaultsTest: poison and neighbour were out after " + waits);
        // What waits for a time-out or a retry is slow every time; a busy machine is not.
        assertThat(waits.getFirst()).isLessThan(Duration.ofSeconds(1));
        assertThat(letters().subList(letters, letters().size())).hasSize(ROUNDS).allSatisfy(letter -> {
            assertThat(letter.head().stage()).isEqualTo("analysis");
            assertThat(letter.head().reason()).startsWith("cannot read Article");
        });
    }

    @Test
    @DisplayName("K1: a record of 20 MB is refused by producer and broker, or told by a letter without its bytes")
    void twentyMegabytes() throws Exception {
        byte[] random = new byte[20_000_000];
        new Random(7).nextBytes(random);
        assertThatThrownBy(() -> send(random, LARGEST, "zstd"))
                .as("our producers")
                .hasCauseInstanceOf(RecordTooLargeException.class)
                .hasMessageContaining("20000");
        assertThatThrownBy(() -> send(random, 4 * LARGEST, "none"))
                .as("the broker")
                .hasCauseInstanceOf(RecordTooLargeException.class);
        int letters = letters().size();

        // Packed it is small: the limits of producers and brokers look at different sizes.
        send(new byte[20_000_000], 4 * LARGEST, "zstd");
        Article neighbour = article();
        send(neighbour);
        awaitInsight(neighbour);

        assertThat(letters()).hasSize(letters + 1);
        Letter letter = letters().getLast();
        assertThat(letter.head().leftOut()).isEqualTo(20_000_000 + 32);
        assertThat(letter.bytes()).isEqualTo(20_000_000 + 32);
        assertThat(replay(List.of(letter), true)).containsExactly(Outcome.LEFT_OUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {20 * 1024, 8 * 1024})
    @DisplayName("K1: garbage as large as a record may be is a letter with its bytes, or without where they do not fit")
    void almostTooLarge(int below) throws Exception {
        byte[] random = new byte[LARGEST - below];
        new Random(7).nextBytes(random);
        int letters = letters().size();

        send(random, LARGEST, "none");
        Article neighbour = article();
        send(neighbour);
        awaitInsight(neighbour);

        assertThat(letters()).hasSize(letters + 1);
        assertThat(letters().getLast().bytes()).isEqualTo(random.length + 32);
        assertThat(letters().getLast().head().leftOut()).isEqualTo(below > 16 * 1024 ? 0 : random.length + 32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"articles.v1.dead", "insights.v1"})
    @DisplayName("K3: while a topic, of dead letters too, does not take a record, health says so, nothing is passed"
            + " over, and all goes on by itself")
    void aTopicThatDoesNotTakeWhatIsWritten(String topic) throws Exception {
        int letters = letters().size();
        Article before = article();
        Article after = article();
        limit(topic, 100);

        send(before);
        send(new byte[] {0, 1, 2}, LARGEST, "none");
        send(after);
        Waiting.until(
                PATIENCE,
                "a trouble with " + topic,
                () -> analysis.troubles().toString().contains("topic " + topic + " does not take") ? true : null);

        assertThat(analysis.troubles()).singleElement().asString().contains("tries again");
        assertThat(insights(after)).as("nothing behind it is published").isZero();
        limit(topic, LARGEST);
        awaitInsight(after);
        assertThat(insights(before)).isEqualTo(1);
        assertThat(insights(after)).isEqualTo(1);
        assertThat(letters()).hasSize(letters + 1);
    }

    @Test
    @DisplayName("K7: articles of five years ago that come in as fast as they may do not hold up those of today")
    void backfillWhileLive() throws Exception {
        int live = 15;
        Article first = article();
        List<Duration> quiet = latencies(live, 0);

        // At a third of a second for each live one that is sixty a second; ingest lets fifty through.
        List<Duration> busy = latencies(live, 20);

        System.out.println("AnalysisFaultsTest: live articles alone " + quiet + ", while old ones come in " + busy);
        assertThat(ratio(busy, quiet))
                .as("medians, old ones coming in against none")
                .isLessThan(4);
        assertThat(keysAfter(INSIGHTS, first))
                .as("none overtakes another, so a live one waits for those before it only")
                .hasSize(live * 22)
                .isEqualTo(keysAfter(ARTICLES, first));
    }

    /// How long each of some articles of today takes, one after the other, with some old ones
    /// before each.
    private List<Duration> latencies(int live, int oldBeforeEach) throws Exception {
        List<Duration> latencies = new ArrayList<>();
        try (var producer = producer(LARGEST, "zstd");
                var seen = new SeenRecords(broker.bootstrapServers(), INSIGHTS)) {
            for (int i = 0; i < live; i++) {
                for (int old = 0; old < oldBeforeEach; old++) {
                    var _ = producer.send(record(article("2021-11-23T08:00:00Z")));
                }
                Article today = article("2026-11-23T08:00:00Z");
                long sent = System.nanoTime();
                var _ = producer.send(record(today));
                producer.flush();
                latencies.add(Duration.ofNanos(seen.await(today.id(), PATIENCE) - sent));
            }
        }
        return latencies.stream().sorted().toList();
    }

    private List<String> keysAfter(String topic, Article first) throws java.io.IOException {
        return keys(topic).stream().filter(key -> key.compareTo(first.id()) > 0).toList();
    }

    private static double ratio(List<Duration> one, List<Duration> other) {
        return (double) one.get(one.size() / 2).toNanos()
                / other.get(other.size() / 2).toNanos();
    }
}
