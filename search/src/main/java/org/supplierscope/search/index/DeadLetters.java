package org.supplierscope.search.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.ingest.published.DeadLetterHead;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.Topic;

/// What the stages could not read lately, for people who run the service: read from the ends of
/// the topics `….dead` into memory at each start, without the bytes.
public final class DeadLetters implements AutoCloseable {

    /// Of each partition at the start: letters may be pages of megabytes, of which ninety days
    /// are kept.
    private static final int LATEST = 100;

    private static final int MOST = 1_000;

    /// Of every stage whose records search knows.
    static final List<String> TOPICS = Stream.concat(IngestTopics.ALL.stream(), AnalysisTopics.ALL.stream())
            .filter(Topic::dead)
            .map(Topic::name)
            .toList();

    private final LinkedHashMap<String, DeadLetter> letters = new LinkedHashMap<>();
    private final TopicFollower follower;

    /// A record that could not be read.
    ///
    /// @param letter its name: topic, partition and offset of the letter
    /// @param written when it was set aside, or the time of the record that it is about
    /// @param bytes size of key and value as they came
    /// @param stage who set it aside
    /// @param origin topic, partition and offset of the record
    /// @param reason for people
    /// @param replayed whether it was sent back to its topic
    public record DeadLetter(
            String letter, Instant written, long bytes, String stage, String origin, String reason, boolean replayed) {

        private DeadLetter sentBack() {
            return new DeadLetter(letter, written, bytes, stage, origin, reason, true);
        }
    }

    /// @param bootstrapServers `host:port`, several joined by commas
    public DeadLetters(String bootstrapServers) {
        this(TopicReader.open(bootstrapServers, TOPICS));
    }

    /// @param consumer of all partitions; closed by this object
    DeadLetters(Consumer<String, byte[]> consumer) {
        follower = new TopicFollower("dead-letters", consumer, this::take);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(consumer.assignment());
        consumer.endOffsets(consumer.assignment())
                .forEach((partition, end) ->
                        consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - LATEST)));
    }

    /// Starts reading.
    public void start() {
        follower.start();
    }

    /// The latest, newest first.
    public List<DeadLetter> all() {
        synchronized (letters) {
            return new ArrayList<>(letters.values()).reversed();
        }
    }

    @Override
    public void close() {
        follower.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String name = record.topic() + "-" + record.partition() + "@" + record.offset();
        synchronized (letters) {
            DeadLetterHead.replayed(record.headers())
                    .ifPresent(replayed -> letters.computeIfPresent(replayed, (_, letter) -> letter.sentBack()));
            DeadLetterHead.read(record.headers()).ifPresent(head -> {
                int came = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
                letters.put(
                        name,
                        new DeadLetter(
                                name,
                                Instant.ofEpochMilli(record.timestamp()),
                                head.leftOut() > 0 ? head.leftOut() : came,
                                head.stage(),
                                head.origin(),
                                head.reason(),
                                false));
                if (letters.size() > MOST) {
                    letters.pollFirstEntry();
                }
            });
        }
    }
}
