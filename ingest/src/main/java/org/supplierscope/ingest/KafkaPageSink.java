package org.supplierscope.ingest;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.crawl.PageSink;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceStatus;

/// Pages to `pages.v1`, sources to `sources.v1`. Thread-safe.
final class KafkaPageSink implements PageSink {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaPageSink.class);

    private final Producer<String, byte[]> producer;

    KafkaPageSink(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    @Override
    public void store(CapturedPage page) throws PageNotStoredException {
        try {
            String key = page.response().url().toString();
            producer.send(new ProducerRecord<>(
                            IngestTopics.PAGES.name(), null, page.fetched().toEpochMilli(), key, page.toWarc()))
                    .get();
        } catch (IOException | KafkaException | IllegalStateException e) {
            // Kafka throws some failures at once, such as a missing right or a producer that is closed.
            throw new PageNotStoredException(e);
        } catch (ExecutionException e) {
            throw new PageNotStoredException(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PageNotStoredException(e);
        }
    }

    @Override
    public void tell(SourceStatus status) {
        String topic = IngestTopics.SOURCES.name();
        byte[] value = IngestTopics.SOURCES.value().serializer().serialize(topic, status);
        // A telling that gets lost is made up for by the next one.
        try {
            var _ = producer.send(new ProducerRecord<>(topic, status.id(), value));
        } catch (KafkaException | IllegalStateException e) {
            LOG.warn("The state of a source could not be told sourceId={}: {}", status.id(), e.getMessage());
        }
    }
}
