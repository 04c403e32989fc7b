package org.supplierscope.ingest.publication;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.supplierscope.ingest.published.IngestTopics;

/// Whose turn it is when both live pages and pages of archives wait: the live ones are asked for before every
/// batch of the others, which get one batch in ten at least, and never more pages a second than is set, so that
/// the stages downstream have room for the live ones too. Used by one thread.
final class LiveFirst {

    /// While live pages keep coming, archives get every tenth batch: enough to go on at all.
    private static final int LIVE_BATCHES = 9;

    private final Consumer<String, byte[]> consumer;
    private final int perSecond;
    private int liveBatches;
    private long due = System.nanoTime();

    /// @param consumer subscribed to both topics
    /// @param perSecond pages of archives in a second at most
    LiveFirst(Consumer<String, byte[]> consumer, int perSecond) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("at least one page a second must be let through, not " + perSecond);
        }
        this.consumer = consumer;
        this.perSecond = perSecond;
    }

    /// The next batch; empty when there is none within the time given.
    ConsumerRecords<String, byte[]> poll(Duration patience) {
        long wait = due - System.nanoTime();
        if (liveBatches < LIVE_BATCHES || wait > 0) {
            consumer.pause(backfill());
            Duration most = wait <= 0 ? Duration.ZERO : shorter(Duration.ofNanos(wait), patience);
            ConsumerRecords<String, byte[]> live = consumer.poll(most);
            if (!live.isEmpty()) {
                liveBatches++;
                return counted(live);
            }
            if (wait > 0) {
                return live;
            }
        }
        liveBatches = 0;
        consumer.resume(backfill());
        return counted(consumer.poll(patience));
    }

    /// Also counts what slips in after a rebalance, whose new partitions are not paused yet.
    private ConsumerRecords<String, byte[]> counted(ConsumerRecords<String, byte[]> pages) {
        long old = 0;
        for (TopicPartition partition : pages.partitions()) {
            old += isBackfill(partition) ? pages.records(partition).size() : 0;
        }
        if (old > 0) {
            due = System.nanoTime() + old * 1_000_000_000L / perSecond;
        }
        return pages;
    }

    private List<TopicPartition> backfill() {
        return consumer.assignment().stream().filter(LiveFirst::isBackfill).toList();
    }

    private static boolean isBackfill(TopicPartition partition) {
        return partition.topic().equals(IngestTopics.PAGES_BACKFILL.name());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
