package org.supplierscope.deploy.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.supplierscope.deploy.broker.TopicScan;
import org.supplierscope.ingest.published.DeadLetterHead;

/// What a topic says in the end: the last committed record of each key, deletions taken out. Dead
/// letters, which are not replaced, are told apart by the place that they are about.
final class FoldedTopic {

    private final Map<String, byte[]> latest = new HashMap<>();
    private int records;
    private int doubled;

    /// How two foldings of one topic differ.
    ///
    /// @param lost keys that the second lacks
    /// @param invented keys that the first lacks
    /// @param differing keys with another value
    /// @param doubled records of the second that repeat the record before them of the same key
    record Difference(int lost, int invented, int differing, int doubled) {

        boolean none() {
            return lost == 0 && invented == 0 && differing == 0 && doubled == 0;
        }
    }

    private FoldedTopic() {}

    /// Reads a topic to its present end.
    ///
    /// @throws IOException when the broker fails or has no such topic
    static FoldedTopic read(String bootstrapServers, String topic) throws IOException {
        var folded = new FoldedTopic();
        TopicScan.read(bootstrapServers, topic, folded::take);
        return folded;
    }

    /// How many committed records there are.
    int records() {
        return records;
    }

    /// How many keys are left.
    int keys() {
        return latest.size();
    }

    /// How another folding of the same topic differs from this.
    Difference to(FoldedTopic other) {
        int lost = 0;
        int differing = 0;
        for (Map.Entry<String, byte[]> entry : latest.entrySet()) {
            byte[] value = other.latest.get(entry.getKey());
            if (value == null) {
                lost++;
            } else if (!Arrays.equals(value, entry.getValue())) {
                differing++;
            }
        }
        int common = latest.size() - lost;
        return new Difference(lost, other.latest.size() - common, differing, other.doubled);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        records++;
        Optional<DeadLetterHead> letter = DeadLetterHead.read(record.headers());
        String key = letter.map(DeadLetterHead::origin)
                .orElseGet(() -> record.key() == null ? "" : new String(record.key(), ISO_8859_1));
        if (record.value() == null && letter.isEmpty()) {
            latest.remove(key);
            return;
        }
        byte[] value = record.value() == null ? new byte[0] : record.value();
        // A dead letter may come once only, whatever it holds.
        if (letter.isPresent() ? latest.containsKey(key) : Arrays.equals(latest.get(key), value)) {
            doubled++;
        }
        latest.put(key, value);
    }
}
