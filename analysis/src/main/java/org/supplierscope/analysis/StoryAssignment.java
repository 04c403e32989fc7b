package org.supplierscope.analysis;

import java.util.List;
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
                context.getStateStore(AnalysisTopology.STORY_ARTICLES),
                context.getStateStore(AnalysisTopology.STORY_LEADS),
                context.getStateStore(AnalysisTopology.STORY_TERMS),
                context.getStateStore(AnalysisTopology.STORIES)));
    }

    @Override
    public void process(Record<String, Asked> record) {
        StoryBook.Place place = book.place(record.key(), record.value().fingerprint());
        context.forward(record.withValue(new Assigned(record.value().revision(), place)));
    }

    /// The book's memory in state stores.
    private record StoreMemory(
            KeyValueStore<String, StoryBook.Page> pages,
            KeyValueStore<Long, String> leads,
            KeyValueStore<Integer, List<String>> terms,
            KeyValueStore<String, StoryBook.Telling> tellings)
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

        @Override
        public @Nullable List<String> stories(int term) {
            return terms.get(term);
        }

        @Override
        public void stories(int term, List<String> stories) {
            terms.put(term, stories);
        }

        @Override
        public StoryBook.@Nullable Telling telling(String story) {
            return tellings.get(story);
        }

        @Override
        public void tell(String story, StoryBook.Telling telling) {
            tellings.put(story, telling);
        }
    }
}
