package org.supplierscope.ingest;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.crawl.PageSink;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceStatus;

/// Pages to `pages.v1`, sources to `sources.v1`. Thread-safe.
final class KafkaPageSink implements PageSink {

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
        } catch (IOException e) {
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
        var _ = producer.send(new ProducerRecord<>(topic, status.id(), value));
    }
}
