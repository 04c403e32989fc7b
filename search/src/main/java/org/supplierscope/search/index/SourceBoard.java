package org.supplierscope.search.index;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceStatus;

/// The latest state of every source, read from `sources.v1` into memory at each start.
public final class SourceBoard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SourceBoard.class);

    private final Map<String, SourceStatus> sources = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    /// @param bootstrapServers `host:port`, several joined by commas
    public SourceBoard(String bootstrapServers) {
        this(TopicReader.open(bootstrapServers, IngestTopics.SOURCES.name()));
    }

    /// @param consumer of all partitions; closed by this object
    SourceBoard(Consumer<String, byte[]> consumer) {
        follower = new TopicFollower("source-board", consumer, this::take);
    }

    /// Starts reading.
    public void start() {
        follower.start();
    }

    /// Every source, by name.
    public List<SourceStatus> all() {
        return sources.values().stream()
                .sorted(Comparator.comparing(source -> source.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /// One source; null when none has this id.
    public @Nullable SourceStatus one(String id) {
        return sources.get(id);
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
            SourceStatus status =
                    IngestTopics.SOURCES.value().deserializer().deserialize(record.topic(), record.value());
            if (status == null) {
                sources.remove(record.key());
            } else if (status.id() == null || status.name() == null || status.feed() == null) {
                throw new SerializationException("id, name or feed is missing");
            } else {
                sources.put(record.key(), status);
            }
        } catch (SerializationException e) {
            LOG.warn(
                    "A source's state cannot be read topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }
}
