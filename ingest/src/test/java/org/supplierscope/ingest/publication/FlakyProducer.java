package org.supplierscope.ingest.publication;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka's fake, with commits that fail as often as told.
final class FlakyProducer extends MockProducer<String, byte[]> {

    final AtomicInteger failingCommits = new AtomicInteger();

    FlakyProducer() {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void commitTransaction() {
        if (failingCommits.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new KafkaException("the broker went away");
        }
        super.commitTransaction();
    }
}
