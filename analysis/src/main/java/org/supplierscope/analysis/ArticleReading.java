package org.supplierscope.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.Reading;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.analysis.story.Fingerprint;
import org.supplierscope.analysis.story.StoryRecords.Asked;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.DeadLetterHead;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.JsonSerde;

/// Reads an article for suppliers and stance, keeps the draft, and asks for the story.
///
/// Keys and values come as bytes: what cannot be read is sent on as a dead letter, as it came, instead of
/// stopping the stream, whichever place in a batch it has. So is an article that breaks the promise of its
/// topic, since it would be lost further down: one that lacks a field, or whose key is not its id, so that its
/// draft would wait in a partition to which no answer comes.
///
/// An article that is put up for reading again replaces its insight unless a newer revision has come, or it was
/// deleted. One that cannot be read is among the dead letters already.
final class ArticleReading implements Processor<byte[], byte[], String, ArticleReading.Outcome> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    /// Later than any revision: of an article that was deleted.
    private static final int GONE = Integer.MAX_VALUE;

    /// The evidence of an article is part of it, so only what is almost too large can become too large.
    private static final int LARGE = IngestTopics.MAX_RECORD_BYTES / 4;

    /// The largest record, less the story and the frame: a larger one would be refused at every try, and the
    /// stage would never get past it.
    private static final int LARGEST_DRAFT = IngestTopics.MAX_RECORD_BYTES - 16 * 1024;

    private static final JsonSerde<Draft> DRAFTS = JsonSerde.of(Draft.class);

    /// What came of a record.
    sealed interface Outcome {

        /// It was read.
        record Read(Asked asked) implements Outcome {}

        /// The article was deleted from its topic.
        record Gone() implements Outcome {}

        /// It could not be read.
        ///
        /// @param key as it came, unless it fits no letter
        /// @param value as it came, unless it fits no letter
        @SuppressWarnings("ArrayRecordComponent") // handed on once
        record Dead(byte @Nullable [] key, byte @Nullable [] value) implements Outcome {}
    }

    private record Read(Draft draft, Fingerprint fingerprint) {}

    private final Supplier<StanceReader> reader;
    private ProcessorContext<String, Outcome> context;
    private KeyValueStore<String, Draft> drafts;
    private KeyValueStore<String, Integer> revisions;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    ArticleReading(Supplier<StanceReader> reader) {
        this.reader = reader;
    }

    @Override
    public void init(ProcessorContext<String, Outcome> context) {
        this.context = context;
        this.drafts = context.getStateStore(AnalysisTopology.DRAFTS);
        this.revisions = context.getStateStore(AnalysisTopology.REVISIONS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        boolean again = context.recordMetadata()
                .map(at -> at.topic().equals(AnalysisTopics.ARTICLES_REREAD.name()))
                .orElse(false);
        String id;
        Read read;
        try {
            id = id(record.key());
            read = record.value() == null ? null : read(id, record.value());
        } catch (RuntimeException | StackOverflowError e) {
            // Also what nobody foresaw: the same article would stop the stream again after every restart.
            if (!again) {
                bury(record, e);
            }
            return;
        }
        if (again) {
            readAgain(record, id, read);
        } else if (read == null) {
            revisions.put(id, GONE);
            drafts.delete(id);
            context.forward(record.withKey(id).withValue(new Outcome.Gone()));
        } else {
            revisions.put(id, read.draft().article().revision());
            ask(record, id, read);
        }
    }

    /// What has changed or gone since the article was put up for reading again is the newer truth.
    private void readAgain(Record<byte[], byte[]> record, String id, @Nullable Read read) {
        Integer latest = revisions.get(id);
        if (read != null && (latest == null || read.draft().article().revision() >= latest)) {
            ask(record, id, read);
        }
    }

    private void ask(Record<byte[], byte[]> record, String id, Read read) {
        drafts.put(id, read.draft());
        var asked = new Asked(read.draft().article().revision(), read.fingerprint());
        context.forward(record.withKey(id).withValue(new Outcome.Read(asked)));
    }

    private static String id(byte @Nullable [] key) {
        String id = key == null ? "" : new String(key, UTF_8);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the key is no article id of 32 hexadecimal digits");
        }
        return id;
    }

    private Read read(String id, byte[] value) {
        Article article = IngestTopics.ARTICLES.value().deserializer().deserialize("", value);
        if (!id.equals(article.id())) {
            throw new IllegalArgumentException("the key is not the article's id");
        }
        present("fingerprint", article.fingerprint());
        present("url", article.url());
        present("canonicalUrl", article.canonicalUrl());
        present("sourceId", article.sourceId());
        present("source", article.source());
        present("title", article.title());
        present("seen", article.seen());
        present("text", article.text());
        Read read = read(article);
        if (value.length > LARGE && DRAFTS.serializer().serialize("", read.draft()).length > LARGEST_DRAFT) {
            throw new IllegalArgumentException("what was read of it is larger than " + LARGEST_DRAFT + " bytes");
        }
        return read;
    }

    private Read read(Article article) {
        StanceReader current = reader.get();
        if (!article.tellsNews()) {
            // A list of headlines or a wall tells no course, and is no copy of another article.
            return new Read(new Draft(article, List.of(), List.of(), current.model(), List.of()), Fingerprint.NONE);
        }
        Reading reading = current.read(new Passage(article.title(), article.text(), article.language()));
        var draft = new Draft(article, reading.suppliers(), reading.groups(), current.model(), reading.themes());
        return new Read(draft, Fingerprint.of(article.title(), article.text(), article.eventTime()));
    }

    /// JSON may lack any field.
    private static void present(String field, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("the article has no '" + field + "'");
        }
    }

    private void bury(Record<byte[], byte[]> record, Throwable problem) {
        String reason = problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
        String origin = context.recordMetadata()
                .map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                .orElse("");
        byte[] key = record.key();
        byte[] value = record.value();
        int size = (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        var head = DeadLetterHead.of(reason, "analysis", origin, size);
        Outcome letter = new Outcome.Dead(head.key(key), head.value(value));
        var dead = record.withKey("").withValue(letter);
        head.addTo(dead.headers());
        context.forward(dead);
    }
}
