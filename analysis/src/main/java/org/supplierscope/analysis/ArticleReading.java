package org.supplierscope.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.Reading;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.analysis.story.Sketch;
import org.supplierscope.analysis.story.StoryRecords.Asked;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// Reads an article for suppliers and stance, keeps the draft, and asks for the story.
///
/// Values come as bytes: what cannot be read is sent on as a dead letter instead of stopping the stream,
/// whichever
/// place in a batch it has.
final class ArticleReading implements Processor<String, byte[], String, ArticleReading.Outcome> {

    /// What came of a record.
    sealed interface Outcome {

        /// It was read.
        record Read(Asked asked) implements Outcome {}

        /// It could not be.
        @SuppressWarnings("ArrayRecordComponent") // handed on once
        record Dead(byte[] value) implements Outcome {}
    }

    private final StanceReader reader;
    private ProcessorContext<String, Outcome> context;
    private KeyValueStore<String, Draft> drafts;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    ArticleReading(StanceReader reader) {
        this.reader = reader;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        this.drafts = context.getStateStore(AnalysisTopology.DRAFTS);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        try {
            Article article = IngestTopics.ARTICLES.value().deserializer().deserialize("", record.value());
            Reading reading = reader.read(new Passage(article.title(), article.text(), article.language()));
            var draft = new Draft(article, reading.suppliers(), reading.groups(), reader.model());
            drafts.put(article.id(), draft);
            var asked = new Asked(article.revision(), Sketch.of(article.text()));
            context.forward(record.withKey(article.id()).withValue(new Outcome.Read(asked)));
        } catch (SerializationException | IllegalArgumentException e) {
            var dead = record.withValue((Outcome) new Outcome.Dead(record.value()));
            dead.headers().add("reason", String.valueOf(e.getMessage()).getBytes(UTF_8));
            dead.headers().add("stage", "analysis".getBytes(UTF_8));
            context.recordMetadata()
                    .ifPresent(at -> dead.headers()
                            .add("origin", (at.topic() + "-" + at.partition() + "@" + at.offset()).getBytes(UTF_8)));
            context.forward(dead);
        }
    }
}
