package org.supplierscope.analysis;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.story.StoryBook;
import org.supplierscope.analysis.story.StoryMemory;
import org.supplierscope.analysis.story.StoryRecords.Asked;
import org.supplierscope.analysis.story.StoryRecords.Assigned;

/// The one task that gives each article its story, in the order in which they arrive.
final class StoryAssignment implements Processor<String, Asked, String, Assigned> {

    private ProcessorContext<String, Assigned> context;
    private StoryBook book;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    StoryAssignment() {}

    @Override
    public void init(ProcessorContext<String, Assigned> context) {
        this.context = context;
        this.book = new StoryBook(new StoryMemory(
                new Store<>(context.getStateStore(AnalysisTopology.STORY_ARTICLES)),
                new Store<>(context.getStateStore(AnalysisTopology.STORY_LEADS)),
                new Store<>(context.getStateStore(AnalysisTopology.STORY_TERMS)),
                new Store<>(context.getStateStore(AnalysisTopology.STORIES))));
    }

    @Override
    public void process(Record<String, Asked> record) {
        StoryBook.Place place = book.place(record.key(), record.value().fingerprint());
        context.forward(record.withValue(new Assigned(record.value().revision(), place)));
    }

    /// A table of the book's memory in a state store.
    private record Store<K, V>(KeyValueStore<K, V> values) implements StoryMemory.Table<K, V> {

        @Override
        public @Nullable V get(K key) {
            return values.get(key);
        }

        @Override
        public void put(K key, V value) {
            values.put(key, value);
        }
    }
}
