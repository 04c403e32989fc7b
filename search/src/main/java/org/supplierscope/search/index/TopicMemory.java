package org.supplierscope.search.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.published.Topic;

/// The latest value of each key of a compacted topic, in memory; a tombstone takes its key out.
///
/// Bounded: beyond the most that is kept, what was not told of for longest goes, and the log says
/// so. A record that cannot be read is told in the log and leaves what was known of its key.
///
/// @param <V> the values
final class TopicMemory<V> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicMemory.class);

    private final Topic<String, V> topic;
    private final int most;
    // In the order in which they were last told of.
    private final Map<String, V> values = new LinkedHashMap<>();
    private final TopicFollower follower;
    private boolean full;

    /// @param name of the thread that reads
    /// @param topic what is read
    /// @param most so many keys are kept, at least 1
    /// @param consumer of all partitions of it; closed by this object
    TopicMemory(String name, Topic<String, V> topic, int most, Consumer<String, byte[]> consumer) {
        this.topic = topic;
        this.most = most;
        this.follower = new TopicFollower(name, consumer, this::take);
    }

    /// Starts reading.
    void start() {
        follower.start();
    }

    /// Every value, that told of last at the end.
    List<V> all() {
        synchronized (values) {
            return List.copyOf(values.values());
        }
    }

    @Override
    public void close() {
        follower.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.key() == null) {
                throw new SerializationException("the record has no key");
            }
            V value = topic.value().deserializer().deserialize(record.topic(), record.value());
            synchronized (values) {
                values.remove(record.key());
                if (value != null) {
                    values.put(record.key(), value);
                }
                forgetTheOldest();
            }
        } catch (SerializationException e) {
            LOG.warn(
                    "A record cannot be read and is left out topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private void forgetTheOldest() {
        if (values.size() <= most) {
            return;
        }
        String oldest = values.keySet().iterator().next();
        values.remove(oldest);
        if (!full) {
            full = true;
            LOG.warn("More keys than are kept; those not told of for longest are left out topic={}", topic.name());
        }
    }
}
