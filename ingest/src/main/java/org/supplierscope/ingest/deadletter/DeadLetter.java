package org.supplierscope.ingest.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.supplierscope.ingest.published.DeadLetterHead;

/// A record as it is set aside, in the form that the topics ending in `.dead` promise: [DeadLetterHead].
public final class DeadLetter {

    private DeadLetter() {}

    /// The bytes as they came, with reason, stage and origin. Bytes that fit no letter are left out.
    ///
    /// @param topic where to
    /// @param record what cannot be worked on
    /// @param stage who says so
    /// @param reason for people; cut after a thousand characters
    public static ProducerRecord<String, byte[]> of(
            String topic, ConsumerRecord<String, byte[]> record, String stage, String reason) {
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        byte[] key = record.key() == null ? new byte[0] : record.key().getBytes(UTF_8);
        int size = key.length + (record.value() == null ? 0 : record.value().length);
        DeadLetterHead head = DeadLetterHead.of(reason, stage, origin, size);
        var letter = new ProducerRecord<String, byte[]>(
                topic, head.key(key) == null ? null : record.key(), head.value(record.value()));
        head.addTo(letter.headers());
        return letter;
    }
}
