package org.supplierscope.analysis;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.story.StoryBook;
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
        this.book = new StoryBook(new StoreMemory(
                context.getStateStore(AnalysisTopology.STORY_PAGES),
                context.getStateStore(AnalysisTopology.STORY_LEADS)));
    }

    @Override
    public void process(Record<String, Asked> record) {
        String story = book.story(record.key(), record.value().sketch());
        context.forward(record.withValue(new Assigned(record.value().revision(), story)));
    }

    /// The book's memory in two state stores.
    private record StoreMemory(KeyValueStore<String, StoryBook.Page> pages, KeyValueStore<Long, String> leads)
            implements StoryBook.Memory {

        @Override
        public StoryBook.@Nullable Page page(String articleId) {
            return pages.get(articleId);
        }

        @Override
        public void remember(String articleId, StoryBook.Page page) {
            pages.put(articleId, page);
        }

        @Override
        public @Nullable String first(long lead) {
            return leads.get(lead);
        }

        @Override
        public void lead(long lead, String articleId) {
            leads.put(lead, articleId);
        }
    }
}
