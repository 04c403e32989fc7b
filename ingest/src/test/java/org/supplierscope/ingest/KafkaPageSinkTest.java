package org.supplierscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.archive.CapturedPage;
import org.supplierscope.ingest.crawl.PageSink.PageNotStoredException;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.SourceStatus;

class KafkaPageSinkTest {

    private static final CapturedPage PAGE = new CapturedPage(
            new Fetched(URI.create("https://example.org/a"), 200, List.of(), new byte[] {'x'}),
            Instant.parse("2026-03-04T05:06:07Z"),
            "one",
            "One",
            null,
            null);

    private static MockProducer<String, byte[]> producer(boolean answering) {
        return new MockProducer<>(answering, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Test
    void storesAPageUnderItsAddress() throws Exception {
        var producer = producer(true);

        new KafkaPageSink(producer).store(PAGE);

        var record = producer.history().getFirst();
        assertThat(record.topic()).isEqualTo(IngestTopics.PAGES.name());
        assertThat(record.key()).isEqualTo("https://example.org/a");
        assertThat(record.timestamp()).isEqualTo(PAGE.fetched().toEpochMilli());
        assertThat(CapturedPage.fromWarc(record.value()).sourceId()).isEqualTo("one");
    }

    @Test
    void saysThatAPageWasNotStoredWhenTheBrokerSaysSo() throws Exception {
        var producer = producer(false);
        var thrown = new AtomicReference<Exception>();
        Thread storing = Thread.ofVirtual().start(() -> {
            try {
                new KafkaPageSink(producer).store(PAGE);
            } catch (PageNotStoredException e) {
                thrown.set(e);
            }
        });

        Awaiting.until("the page is sent", () -> producer.errorNext(new TimeoutException("no broker")));
        storing.join();

        assertThat(thrown.get()).hasMessageContaining("no broker");
    }

    @Test
    void saysThatAPageWasNotStoredWhenItCannotEvenBeSent() {
        var refusing = producer(true);
        refusing.sendException = new AuthorizationException("not allowed");
        var closed = producer(true);
        closed.close();

        assertThatThrownBy(() -> new KafkaPageSink(refusing).store(PAGE))
                .isInstanceOf(PageNotStoredException.class)
                .hasMessageContaining("not allowed");
        assertThatThrownBy(() -> new KafkaPageSink(closed).store(PAGE)).isInstanceOf(PageNotStoredException.class);
    }

    @Test
    void losesATellingRatherThanAVisit() {
        var refusing = producer(true);
        refusing.sendException = new AuthorizationException("not allowed");
        var status =
                new SourceStatus("one", "One", null, URI.create("https://a.example/"), null, null, null, null, 0, 0, 0);

        new KafkaPageSink(refusing).tell(status);

        assertThat(refusing.history()).isEmpty();
    }
}
