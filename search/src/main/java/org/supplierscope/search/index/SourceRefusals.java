package org.supplierscope.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.IngestTopics;

/// What the crawlers refused lately of what was wanted of sources, read from `source-commands.v1.dead` into
/// memory at each start.
public final class SourceRefusals implements AutoCloseable {

    /// Who asked looks within seconds; a list of ten thousand refused sources is told in full.
    private static final int MOST = 10_000;

    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final TopicFollower follower;

    /// A command that was not followed.
    ///
    /// @param id the source's
    /// @param reason for people
    /// @param command its receipt, as [SourceCommands#send] gave it
    /// @param refused when
    public record Refusal(String id, String reason, String command, Instant refused) {}

    /// @param bootstrapServers `host:port`, several joined by commas
    public SourceRefusals(String bootstrapServers) {
        this(TopicReader.open(bootstrapServers, IngestTopics.SOURCE_COMMANDS_DEAD.name()));
    }

    /// @param consumer of all partitions; closed by this object
    SourceRefusals(Consumer<String, byte[]> consumer) {
        follower = new TopicFollower("source-refusals", consumer, this::take);
    }

    /// Starts reading.
    public void start() {
        follower.start();
    }

    /// The latest, newest first.
    public List<Refusal> all() {
        synchronized (refusals) {
            return List.copyOf(refusals);
        }
    }

    @Override
    public void close() {
        follower.close();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String reason = header(record, "reason");
        String origin = header(record, "origin");
        // A letter without them was not written by a crawler, or is of nobody's source.
        if (record.key() == null || reason == null || origin == null) {
            return;
        }
        synchronized (refusals) {
            refusals.addFirst(new Refusal(record.key(), reason, origin, Instant.ofEpochMilli(record.timestamp())));
            if (refusals.size() > MOST) {
                refusals.removeLast();
            }
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String key) {
        Header header = record.headers().lastHeader(key);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
