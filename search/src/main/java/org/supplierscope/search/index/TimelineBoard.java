package org.supplierscope.search.index;

import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.StrategyTimeline;

/// Every supplier's course over time as it is known now, read from `strategies.v1` into memory at
/// each start.
public final class TimelineBoard implements AutoCloseable {

    /// A timeline of fifteen years takes 14 kB of memory, one of three years 3 kB, and each of its turns
    /// 7 kB more with eight sentences. A catalogue of 149 suppliers and 34 themes makes 5,215 at most.
    private static final int MOST = 20_000;

    private static final Comparator<StrategyTimeline> WHOLE_FIRST =
            Comparator.comparing(StrategyTimeline::theme, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final TopicMemory<StrategyTimeline> timelines;

    /// @param bootstrapServers `host:port`, several joined by commas
    public TimelineBoard(String bootstrapServers) {
        this(TopicReader.open(bootstrapServers, AnalysisTopics.STRATEGIES.name()));
    }

    /// @param consumer of all partitions; closed by this object
    TimelineBoard(Consumer<String, byte[]> consumer) {
        timelines = new TopicMemory<>("timeline-board", AnalysisTopics.STRATEGIES, MOST, consumer);
    }

    /// Starts reading.
    public void start() {
        timelines.start();
    }

    /// The timelines of a supplier: that of its course as a whole first, then by theme; empty
    /// when no story told its course.
    public List<StrategyTimeline> of(String supplier) {
        return timelines.all().stream()
                .filter(timeline -> timeline.supplier().equals(supplier))
                .sorted(WHOLE_FIRST)
                .toList();
    }

    /// The timelines of suppliers' courses as a whole.
    public List<StrategyTimeline> whole() {
        return timelines.all().stream()
                .filter(timeline -> timeline.theme() == null)
                .toList();
    }

    @Override
    public void close() {
        timelines.close();
    }
}
