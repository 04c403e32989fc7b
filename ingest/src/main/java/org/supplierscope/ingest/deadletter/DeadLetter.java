package org.supplierscope.ingest.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A record as it is set aside, with the headers that the topics ending in `.dead` promise.
public final class DeadLetter {

    /// Characters; a reason is a sentence, but may quote what it is about.
    private static final int LONGEST_REASON = 1000;

    private DeadLetter() {}

    /// The bytes as they came, with headers `reason`, `stage` and `origin` (topic, partition and offset).
    ///
    /// @param topic where to
    /// @param record what cannot be worked on
    /// @param stage who says so
    /// @param reason for people; cut after a thousand characters
    public static ProducerRecord<String, byte[]> of(
            String topic, ConsumerRecord<String, byte[]> record, String stage, String reason) {
        var letter = new ProducerRecord<>(topic, record.key(), record.value());
        String shown = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        letter.headers().add("reason", shown.getBytes(UTF_8));
        letter.headers().add("stage", stage.getBytes(UTF_8));
        letter.headers().add("origin", origin.getBytes(UTF_8));
        return letter;
    }
}
