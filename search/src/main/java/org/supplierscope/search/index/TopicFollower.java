package org.supplierscope.search.index;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a topic from its beginning, on a thread of its own, for what is kept in memory and made
/// anew at each start.
final class TopicFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String name;
    private final Consumer<String, byte[]> consumer;
    private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> taker;
    private final ReadingThread thread;

    /// @param name of its thread, and in the log
    /// @param consumer of all partitions; closed by this object
    /// @param taker is given each record, in the order of its partition; must not throw
    TopicFollower(
            String name,
            Consumer<String, byte[]> consumer,
            java.util.function.Consumer<ConsumerRecord<String, byte[]>> taker) {
        this.name = name;
        this.consumer = consumer;
        this.taker = taker;
        this.thread = new ReadingThread(name, consumer, this::run);
        consumer.seekToBeginning(consumer.assignment());
    }

    /// Starts reading.
    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.close();
    }

    private void run() {
        try {
            while (!thread.closing()) {
                consumer.poll(POLL).forEach(taker);
            }
        } catch (WakeupException e) {
            LOG.debug("Asked to stop reader={}", name);
        } catch (KafkaException e) {
            LOG.error("What it reads is no longer kept up reader={}", name, e);
        }
    }
}
