package org.supplierscope.deploy.deadletter;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.supplierscope.deploy.broker.TopicScan;
import org.supplierscope.ingest.published.DeadLetterHead;

/// The dead letters of a service.
public final class LetterBox {

    private final String bootstrapServers;

    /// @param bootstrapServers `host:port`, several joined by commas
    public LetterBox(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /// All letters of a topic, in the order of their places. Reads the topic to its end and keeps
    /// no bytes.
    ///
    /// @throws IOException when the broker fails or has no such topic
    public List<Letter> letters(LetterTopic topic) throws IOException {
        Map<Place, Letter> letters = new TreeMap<>();
        Set<String> replayed = new HashSet<>();
        TopicScan.read(bootstrapServers, topic.name(), record -> {
            letter(record).ifPresent(letter -> letters.put(letter.place(), letter));
            DeadLetterHead.replayed(record.headers()).ifPresent(replayed::add);
        });
        return letters.values().stream()
                .map(letter -> replayed.contains(letter.place().toString()) ? letter.sentBack() : letter)
                .toList();
    }

    /// Reads the records of letters of one topic, with their bytes, one by one.
    ///
    /// @throws IOException when the broker fails
    public void records(Collection<Letter> letters, Consumer<ConsumerRecord<byte[], byte[]>> taker) throws IOException {
        Map<Integer, Long> from = new HashMap<>();
        Set<Place> wanted = new HashSet<>();
        for (Letter letter : letters) {
            wanted.add(letter.place());
            from.merge(letter.place().partition(), letter.place().offset(), Math::min);
        }
        for (String topic : wanted.stream().map(Place::topic).distinct().toList()) {
            TopicScan.read(
                    bootstrapServers, topic, partition -> from.getOrDefault(partition, Long.MAX_VALUE), record -> {
                        if (wanted.contains(place(record))) {
                            taker.accept(record);
                        }
                    });
        }
    }

    static Place place(ConsumerRecord<byte[], byte[]> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    private static Optional<Letter> letter(ConsumerRecord<byte[], byte[]> record) {
        return DeadLetterHead.read(record.headers())
                .map(head -> new Letter(
                        place(record),
                        head,
                        Instant.ofEpochMilli(record.timestamp()),
                        head.leftOut() > 0
                                ? head.leftOut()
                                : Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize()),
                        false));
    }
}
