package org.supplierscope.search.index;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.search.index.InsightIndex.LogPosition;

/// Keeps an index up with `insights.v1`.
///
/// The position comes from the index itself. Where it does not fit the log (another cluster, a topic made
/// anew, a
/// position beyond its end or before its beginning), the index is emptied and made anew from the beginning.
public final class InsightFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InsightFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    /// A commit writes to disk and is only needed to shorten the next start.
    private static final long COMMIT_NANOS = Duration.ofSeconds(5).toNanos();

    private final InsightIndex index;
    private final Consumer<String, byte[]> consumer;
    private final String logIdentity;
    private final Map<Integer, Long> positions = new HashMap<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final AtomicLong unreadable = new AtomicLong();
    private final ReadingThread thread;

    /// @param index written by this object only
    /// @param bootstrapServers `host:port`, several joined by commas
    /// @param logIdentity tells this cluster's topic apart from every other
    public InsightFollower(InsightIndex index, String bootstrapServers, String logIdentity) {
        this(index, TopicReader.open(bootstrapServers, AnalysisTopics.INSIGHTS.name()), logIdentity);
    }

    /// @param consumer of all partitions, no position set; closed by this object
    InsightFollower(InsightIndex index, Consumer<String, byte[]> consumer, String logIdentity) {
        this.index = index;
        this.consumer = consumer;
        this.logIdentity = logIdentity;
        this.thread = new ReadingThread("index-follower", consumer, this::run);
    }

    /// Starts following.
    public void start() {
        thread.start();
    }

    /// Completes when the index has everything that was on the topic at the start.
    public CompletableFuture<Void> caughtUp() {
        return caughtUp;
    }

    /// How many records could not be read and are not in the index.
    public long unreadable() {
        return unreadable.get();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void run() {
        try {
            Map<TopicPartition, Long> goal = seek();
            long committedAt = System.nanoTime();
            boolean dirty = false;
            while (!thread.closing()) {
                if (!caughtUp.isDone() && reached(goal)) {
                    caughtUp.complete(null);
                }
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> record : records) {
                    take(record);
                }
                // Compaction and transaction markers leave gaps: the consumer's position is past them, records
                // are not.
                consumer.assignment().forEach(p -> positions.put(p.partition(), consumer.position(p)));
                if (!records.isEmpty()) {
                    index.refresh();
                    dirty = true;
                }
                if (dirty && System.nanoTime() - committedAt > COMMIT_NANOS) {
                    index.commit(new LogPosition(logIdentity, positions));
                    committedAt = System.nanoTime();
                    dirty = false;
                }
            }
            index.commit(new LogPosition(logIdentity, positions));
        } catch (WakeupException e) {
            commitAtClose();
        } catch (IOException | RuntimeException e) {
            // Whoever waits for the index to be complete must not wait for ever.
            LOG.error("The index is no longer kept up", e);
            caughtUp.completeExceptionally(e);
        }
    }

    private void commitAtClose() {
        try {
            index.commit(new LogPosition(logIdentity, positions));
        } catch (IOException e) {
            LOG.warn("The index could not be committed; the next start reads again from the last commit", e);
        }
    }

    /// Goes to the position of the index, and answers the ends of the log.
    private Map<TopicPartition, Long> seek() throws IOException {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(consumer.assignment());
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        LogPosition committed = index.committed();
        boolean fits =
                committed != null && committed.identity().equals(logIdentity) && within(committed, beginnings, ends);
        if (!fits) {
            if (committed != null) {
                LOG.warn(
                        "The index was made from another log and is made anew topic={}",
                        AnalysisTopics.INSIGHTS.name());
            }
            index.clear();
        }
        for (TopicPartition partition : consumer.assignment()) {
            Long position = fits && committed != null ? committed.positions().get(partition.partition()) : null;
            long from = position == null ? beginnings.getOrDefault(partition, 0L) : position;
            positions.put(partition.partition(), from);
            consumer.seek(partition, from);
        }
        index.refresh();
        return ends;
    }

    /// A compacted log's beginning stays at 0, so a position before it means that records were deleted unseen.
    private static boolean within(
            LogPosition committed, Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> {
            Long position = committed.positions().get(end.getKey().partition());
            return position == null
                    || (position <= end.getValue() && position >= beginnings.getOrDefault(end.getKey(), 0L));
        });
    }

    private boolean reached(Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) throws IOException {
        try {
            if (record.value() != null) {
                index.put(AnalysisTopics.INSIGHTS.value().deserializer().deserialize(record.topic(), record.value()));
            } else if (record.key() != null) {
                index.remove(record.key());
            }
        } catch (SerializationException | IllegalArgumentException | NullPointerException e) {
            // JSON that is none, a term longer than Lucene takes, or a field that the article lacks.
            unreadable.incrementAndGet();
            LOG.warn(
                    "An insight cannot be read and is left out topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }
}
