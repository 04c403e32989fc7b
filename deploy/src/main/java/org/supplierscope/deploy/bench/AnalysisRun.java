package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongPredicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.deploy.broker.EmbeddedBroker;
import org.supplierscope.deploy.broker.TopicSetup;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.Topic;

/// The analysis stage, as a process of its own, reads one recorded `articles.v1` to its end from
/// a broker in this process, and is killed on the way at random points: in its start, while it
/// makes its state anew, between and within transactions.
final class AnalysisRun {

    private static final Duration LOOK = Duration.ofMillis(20);
    /// How long nothing may move before a run counts as over, or as hanging.
    private static final Duration STILL = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /// One kill in so many comes at a time of its own rather than after so many articles, so that
    /// the start of the process and the making of its state are hit too.
    private static final int IN_START = 4;

    private final List<ProducerRecord<byte[], byte[]>> news;
    private final int partitions;
    private final Path folder;
    private final Random random;

    /// What a run came to.
    ///
    /// @param topics what each topic of the stage says in the end
    /// @param endsInStart of lives that had read nothing by then
    /// @param endsInReading those in the middle of the articles
    /// @param endsAtEnd those after the last article
    /// @param longestStop the longest that a process took to end when it was asked to
    /// @param reading from the first article that the last life read to the end
    record Outcome(
            Map<String, FoldedTopic> topics,
            int endsInStart,
            int endsInReading,
            int endsAtEnd,
            Duration longestStop,
            Duration reading) {}

    /// @param news records of `articles.v1`
    /// @param partitions of every topic
    /// @param folder empty; data go there
    /// @param random chooses the points
    AnalysisRun(List<ProducerRecord<byte[], byte[]>> news, int partitions, Path folder, Random random) {
        this.news = news;
        this.partitions = partitions;
        this.folder = folder;
        this.random = random;
    }

    /// Runs it.
    ///
    /// @param kills how often it is killed
    /// @param sigterms how often it is asked to stop, in between
    /// @throws IOException when the articles are not read to their end in time
    Outcome run(int kills, int sigterms) throws IOException, InterruptedException {
        try (var broker = EmbeddedBroker.start(folder.resolve("kafka"));
                var topics = new TopicSetup(broker.bootstrapServers());
                var position = new StagePosition(broker.bootstrapServers())) {
            topics.ensure(IngestTopics.ALL, partitions);
            topics.ensure(AnalysisTopics.ALL, partitions);
            write(broker.bootstrapServers());
            int[] ends = new int[3];
            Duration longestStop = Duration.ZERO;
            List<Boolean> endings = new ArrayList<>(Collections.nCopies(kills, true));
            endings.addAll(Collections.nCopies(sigterms, false));
            Collections.shuffle(endings, random);
            for (int life = 0; life < endings.size(); life++) {
                long before = position.read();
                try (var product = start(broker, life)) {
                    awaitPoint(position, before, endings.size() - life);
                    longestStop = longer(longestStop, end(product, endings.get(life)));
                }
                long after = position.read();
                ends[after == news.size() ? 2 : after == before ? 0 : 1]++;
            }
            try (var product = start(broker, endings.size())) {
                long before = position.read();
                await(position, read -> read > before || read == news.size());
                long first = System.nanoTime();
                await(position, read -> read == news.size());
                long last = System.nanoTime();
                // All may have been read in an earlier life, and not all of it written.
                product.awaitStarted();
                awaitStill(position);
                longestStop = longer(longestStop, stop(product));
                return new Outcome(
                        folded(broker.bootstrapServers()),
                        ends[0],
                        ends[1],
                        ends[2],
                        longestStop,
                        Duration.ofNanos(last - first));
            }
        }
    }

    private static Duration end(ProductProcess product, boolean hard) throws InterruptedException {
        if (!hard) {
            return stop(product);
        }
        product.kill();
        return Duration.ZERO;
    }

    private static Duration stop(ProductProcess product) throws InterruptedException {
        long asked = System.nanoTime();
        product.stop();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private ProductProcess start(EmbeddedBroker broker, int life) throws IOException {
        return ProductProcess.start(
                folder.resolve("output-" + life),
                // What is proven here is the topics' agreement, which the reading has no part in; by
                // words alone a life reads many more articles before its end.
                Map.of("SUPPLIERSCOPE_ANALYSIS_MEANING", "false"),
                List.of(
                        "run",
                        "--target=analysis",
                        "--bootstrap-servers",
                        broker.bootstrapServers(),
                        "--data",
                        folder.resolve("data").toString()));
    }

    private void write(String bootstrapServers) throws IOException {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : news) {
                var _ = producer.send(record);
            }
            producer.flush();
        }
    }

    private void awaitPoint(StagePosition position, long before, int killsLeft)
            throws IOException, InterruptedException {
        if (random.nextInt(IN_START) == 0) {
            Thread.sleep(random.nextLong(8_000));
            return;
        }
        // On average the kills that are left spread over the articles that are left.
        long share = Math.max(1, 2 * (news.size() - before) / (killsLeft + 1));
        long point = Math.min(news.size(), before + 1 + random.nextLong(share));
        await(position, read -> read >= point);
        Thread.sleep(random.nextLong(250));
    }

    private void await(StagePosition position, LongPredicate reached) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.test(position.read())) {
            if (System.nanoTime() > until) {
                throw new IOException("the analysis stage has not come further than article " + position.read() + " of "
                        + news.size() + " for " + PATIENCE.toMinutes() + " minutes; see " + folder);
            }
            Thread.sleep(LOOK);
        }
    }

    /// What is on the way inside the stage must have come out.
    private void awaitStill(StagePosition position) throws InterruptedException, IOException {
        long last = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < STILL.toNanos()) {
            long now = position.written();
            if (now != last) {
                last = now;
                since = System.nanoTime();
            }
            Thread.sleep(100);
        }
    }

    private static Map<String, FoldedTopic> folded(String bootstrapServers) throws IOException {
        Map<String, FoldedTopic> folded = new LinkedHashMap<>();
        for (Topic<?, ?> topic : AnalysisTopics.ALL) {
            folded.put(topic.name(), FoldedTopic.read(bootstrapServers, topic.name()));
        }
        return folded;
    }
}
