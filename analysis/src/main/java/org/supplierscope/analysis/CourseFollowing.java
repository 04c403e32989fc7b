package org.supplierscope.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.analysis.strategy.KnownShift;
import org.supplierscope.analysis.strategy.Report;
import org.supplierscope.analysis.strategy.ShiftRule;
import org.supplierscope.analysis.strategy.StrategyWatch;

/// Follows the course of each subject: puts what is told of it on record, and sends on what that
/// moves.
///
/// All of a subject's reports come to one task, by its key, so the instances may share the
/// subjects in any way. Stored are the reports themselves, one each under `subject NUL article`,
/// at most [StrategyWatch#KEPT] of a subject, and the changes on record; everything else is
/// thought over again from them, which makes corrections and late articles as simple as new ones.
final class CourseFollowing implements Processor<String, Telling, String, CourseFollowing.Moved> {

    private static final char END = '\0';

    /// What a report moved.
    sealed interface Moved {

        /// A shift is told or taken back.
        record Shifted(StrategyShift shift) implements Moved {}

        /// The timeline is another one.
        record Drawn(StrategyTimeline timeline) implements Moved {}
    }

    private ProcessorContext<String, Moved> context;
    private KeyValueStore<String, Report> reports;
    private KeyValueStore<String, KnownShifts> known;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    CourseFollowing() {}

    @Override
    public void init(ProcessorContext<String, Moved> context) {
        this.context = context;
        this.reports = context.getStateStore(AnalysisTopology.REPORTS);
        this.known = context.getStateStore(AnalysisTopology.KNOWN_SHIFTS);
    }

    @Override
    public void process(Record<String, Telling> record) {
        Telling telling = record.value();
        String place = record.key() + END + telling.article();
        if (Objects.equals(reports.get(place), telling.report())) {
            return;
        }
        List<KnownShift> before = Objects.requireNonNullElse(known.get(record.key()), KnownShifts.NONE)
                .shifts();
        var watch = new StrategyWatch(telling.subject(), ShiftRule.STANDARD, reportsOf(record.key()), before);
        StrategyTimeline timeline = watch.timeline();
        List<StrategyShift> shifts =
                telling.report() == null ? watch.withdraw(telling.article()) : watch.take(telling.report());
        if (telling.report() == null) {
            reports.delete(place);
        } else {
            reports.put(place, telling.report());
        }
        watch.surplus().ifPresent(article -> reports.delete(record.key() + END + article));
        if (!watch.known().equals(before)) {
            known.put(record.key(), new KnownShifts(watch.known()));
        }
        for (StrategyShift shift : shifts) {
            context.forward(record.withKey(shift.id()).withValue(new Moved.Shifted(shift)));
        }
        if (!watch.timeline().equals(timeline)) {
            context.forward(record.withValue(new Moved.Drawn(watch.timeline())));
        }
    }

    private List<Report> reportsOf(String subject) {
        List<Report> found = new ArrayList<>();
        try (var each = reports.prefixScan(subject + END, Serdes.String().serializer())) {
            each.forEachRemaining(report -> found.add(report.value));
        }
        return found;
    }
}
