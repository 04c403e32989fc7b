package org.supplierscope.deploy.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.supplierscope.deploy.broker.TopicScan;
import org.supplierscope.ingest.published.DeadLetterHead;
import org.supplierscope.ingest.published.IngestTopics;

/// Sends the bytes of dead letters back to the topics they came from, to be read once more, and
/// marks the letters: both in one transaction, so that a replay that is cut off has sent back
/// what it has marked. Of two replays at the same time the earlier one is refused by the broker,
/// so no letter goes back twice unasked.
///
/// Not thread-safe.
public final class Replay implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "supplierscope-dead-letters";
    private static final int MOST_IN_TRANSACTION = 50;

    private final String bootstrapServers;
    private final LetterBox box;
    private final KafkaProducer<byte[], byte[]> producer;

    /// What came of a letter.
    public enum Outcome {
        /// Its bytes are on their topic again.
        SENT("sent back"),
        /// It was sent back earlier.
        BEFORE("was replayed before"),
        /// Its bytes were too large for a letter and stay where they came from.
        LEFT_OUT("its bytes are larger than a record may be, and were left at its origin"),
        /// A later record with its key has taken its place.
        OVERTAKEN("a later record with the same key is on its topic, which it would replace"),
        /// It does not say where it came from, or names a topic that it cannot be from.
        STRAY("it does not say which topic it came from");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    /// From here on, every other replay under way fails.
    ///
    /// @param bootstrapServers `host:port`, several joined by commas
    /// @throws IOException when the broker does not answer
    public Replay(String bootstrapServers) throws IOException {
        this.bootstrapServers = bootstrapServers;
        this.box = new LetterBox(bootstrapServers);
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                TRANSACTIONAL_ID,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                IngestTopics.MAX_RECORD_BYTES,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                4L * IngestTopics.MAX_RECORD_BYTES,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "zstd");
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw new IOException("the broker does not let letters be replayed: " + e.getMessage(), e);
        }
    }

    /// Sends letters back.
    ///
    /// @param letters of one topic, as the box had them after this object was made
    /// @param force also those that were replayed before, and those that are overtaken
    /// @return what came of each, in their order
    /// @throws IOException when the broker fails; what was marked by then has been sent
    public Map<Place, Outcome> send(List<Letter> letters, boolean force) throws IOException {
        Set<Place> overtaken = force ? Set.of() : overtaken(letters);
        Map<Place, Outcome> outcomes = new TreeMap<>();
        Map<Place, Place> back = new HashMap<>();
        for (Letter letter : letters) {
            Outcome outcome = outcome(letter, overtaken, force);
            outcomes.put(letter.place(), outcome);
            if (outcome == Outcome.SENT) {
                back.put(letter.place(), letter.origin().orElseThrow());
            }
        }
        List<Letter> sent = letters.stream()
                .filter(letter -> back.containsKey(letter.place()))
                .toList();
        try {
            for (int first = 0; first < sent.size(); first += MOST_IN_TRANSACTION) {
                List<Letter> some = sent.subList(first, Math.min(sent.size(), first + MOST_IN_TRANSACTION));
                sendTogether(some, back);
            }
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new IOException("another replay was begun after this one, which stops here", e);
        } catch (KafkaException e) {
            throw new IOException("the broker does not take the letters: " + e.getMessage(), e);
        }
        return outcomes;
    }

    private void sendTogether(List<Letter> letters, Map<Place, Place> origins) throws IOException {
        producer.beginTransaction();
        try {
            box.records(letters, record -> send(record, Objects.requireNonNull(origins.get(LetterBox.place(record)))));
        } catch (IOException e) {
            producer.abortTransaction();
            throw e;
        }
        producer.commitTransaction();
    }

    private static Outcome outcome(Letter letter, Set<Place> overtaken, boolean force) {
        if (letter.head().leftOut() > 0) {
            return Outcome.LEFT_OUT;
        }
        if (letter.origin().isEmpty()) {
            return Outcome.STRAY;
        }
        if (letter.replayed() && !force) {
            return Outcome.BEFORE;
        }
        return overtaken.contains(letter.place()) ? Outcome.OVERTAKEN : Outcome.SENT;
    }

    private void send(ConsumerRecord<byte[], byte[]> letter, Place origin) {
        // The key decides the partition as it did at first; a record without one goes where it was.
        Integer partition = letter.key() == null ? (Integer) origin.partition() : null;
        var original = new ProducerRecord<>(origin.topic(), partition, letter.key(), letter.value());
        for (Header header : letter.headers()) {
            if (!DeadLetterHead.NAMES.contains(header.key())) {
                original.headers().add(header);
            }
        }
        var mark = new ProducerRecord<byte[], byte[]>(letter.topic(), letter.partition(), letter.key(), null);
        mark.headers()
                .add(DeadLetterHead.REPLAYED, LetterBox.place(letter).toString().getBytes(UTF_8));
        // Committing waits for both and fails when one of them did.
        var _ = producer.send(original);
        var _ = producer.send(mark);
    }

    /// Letters behind whose origin the topic has a record of the same key, where only the latest
    /// counts: an old revision that could not be read must not take the place of a later one that
    /// could.
    private Set<Place> overtaken(List<Letter> letters) throws IOException {
        Map<Place, Place> origins = new HashMap<>();
        for (Letter letter : letters) {
            letter.origin()
                    .filter(origin -> LetterTopic.latestCounts(origin.topic())
                            && letter.head().leftOut() == 0
                            && !letter.replayed())
                    .ifPresent(origin -> origins.put(letter.place(), origin));
        }
        if (origins.isEmpty()) {
            return Set.of();
        }
        Map<ByteBuffer, Map<Place, Place>> byKey = new HashMap<>();
        List<Letter> looked = letters.stream()
                .filter(letter -> origins.containsKey(letter.place()))
                .toList();
        box.records(looked, record -> {
            if (record.key() != null) {
                Place place = LetterBox.place(record);
                byKey.computeIfAbsent(ByteBuffer.wrap(record.key()), _ -> new HashMap<>())
                        .put(place, Objects.requireNonNull(origins.get(place)));
            }
        });
        Set<Place> overtaken = new HashSet<>();
        for (String topic :
                origins.values().stream().map(Place::topic).distinct().toList()) {
            Map<Integer, Long> from = new HashMap<>();
            origins.values().forEach(origin -> from.merge(origin.partition(), origin.offset() + 1, Math::min));
            TopicScan.read(
                    bootstrapServers, topic, partition -> from.getOrDefault(partition, Long.MAX_VALUE), record -> {
                        if (record.key() != null) {
                            byKey.getOrDefault(ByteBuffer.wrap(record.key()), Map.of())
                                    .forEach((letter, origin) -> {
                                        if (origin.partition() == record.partition()
                                                && origin.offset() < record.offset()) {
                                            overtaken.add(letter);
                                        }
                                    });
                        }
                    });
        }
        return overtaken;
    }

    @Override
    public void close() {
        producer.close();
    }
}
