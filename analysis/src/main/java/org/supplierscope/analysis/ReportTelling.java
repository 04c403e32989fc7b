package org.supplierscope.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.analysis.strategy.Report;
import org.supplierscope.analysis.strategy.Subject;
import org.supplierscope.ingest.published.Article;

/// Tells each subject of an insight what the article says of its course, and those of whom an
/// earlier revision told that this one does not.
final class ReportTelling implements Processor<String, Insight, String, Telling> {

    private ProcessorContext<String, Telling> context;
    private KeyValueStore<String, ToldSubjects> told;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    ReportTelling() {}

    @Override
    public void init(ProcessorContext<String, Telling> context) {
        this.context = context;
        this.told = context.getStateStore(AnalysisTopology.TOLD_SUBJECTS);
    }

    @Override
    public void process(Record<String, Insight> record) {
        Map<Subject, Report> reports = record.value() == null ? Map.of() : reports(record.value());
        ToldSubjects before = told.get(record.key());
        if (before != null) {
            before.subjects().stream()
                    .filter(subject -> !reports.containsKey(subject))
                    .forEach(subject -> tell(record, subject, null));
        }
        reports.forEach((subject, report) -> tell(record, subject, report));
        if (reports.isEmpty()) {
            told.delete(record.key());
        } else {
            told.put(record.key(), new ToldSubjects(List.copyOf(reports.keySet())));
        }
    }

    private void tell(Record<String, Insight> record, Subject subject, @Nullable Report report) {
        context.forward(record.withKey(subject.key()).withValue(new Telling(subject, record.key(), report)));
    }

    /// A supplier's course as a whole, and within each theme that the article names.
    private static Map<Subject, Report> reports(Insight insight) {
        Map<Subject, Report> reports = new LinkedHashMap<>();
        for (SupplierStance stance : insight.suppliers()) {
            if (stance.stance() != Stance.NONE) {
                Report report = report(insight, stance);
                reports.put(new Subject(stance.supplier(), stance.name(), null), report);
                for (NamedTheme theme : insight.themes()) {
                    reports.put(new Subject(stance.supplier(), stance.name(), theme.theme()), report);
                }
            }
        }
        return reports;
    }

    private static Report report(Insight insight, SupplierStance stance) {
        Article article = insight.article();
        return new Report(
                article.id(),
                insight.story(),
                article.siteName() == null ? article.source() : article.siteName(),
                article.eventTime(),
                article.seen(),
                article.published() != null,
                stance.stance(),
                stance.confidence(),
                sentence(stance),
                article.canonicalUrl());
    }

    private static String sentence(SupplierStance stance) {
        return stance.evidence().stream()
                .filter(evidence -> evidence.side() == stance.stance())
                .findFirst()
                .map(Evidence::sentence)
                .orElseGet(() -> stance.evidence().getFirst().sentence());
    }
}
