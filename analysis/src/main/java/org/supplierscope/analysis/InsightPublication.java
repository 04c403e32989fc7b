package org.supplierscope.analysis;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.story.StoryRecords.Assigned;

/// Joins a draft with its story and lets it go.
///
/// When a newer revision has replaced the draft in the meantime, the newer one's own answer, which is on its
/// way,
/// publishes it.
final class InsightPublication implements Processor<String, Assigned, String, Insight> {

    private ProcessorContext<String, Insight> context;
    private KeyValueStore<String, Draft> drafts;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    InsightPublication() {}

    @Override
    public void init(ProcessorContext<String, Insight> context) {
        this.context = context;
        this.drafts = context.getStateStore(AnalysisTopology.DRAFTS);
    }

    @Override
    public void process(Record<String, Assigned> record) {
        Draft draft = drafts.get(record.key());
        if (draft != null && draft.article().revision() == record.value().revision()) {
            drafts.delete(record.key());
            context.forward(record.withValue(draft.at(record.value().place())));
        }
    }
}
