package org.supplierscope.search.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.StrategyShift;

/// Every shift of course as it stands now, those taken back too, read from `shifts.v1` into
/// memory at each start.
public final class ShiftBoard implements AutoCloseable {

    /// At four sentences a side a shift is a few kB, and a supplier or theme has one in years.
    private static final int MOST = 20_000;

    private static final Comparator<StrategyShift> NEWEST =
            Comparator.comparing(StrategyShift::detected).reversed().thenComparing(StrategyShift::id);

    private final TopicMemory<StrategyShift> shifts;

    /// Which shifts are asked for.
    ///
    /// @param supplier id of the supplier; null for any
    /// @param theme id of the theme; null for any, and for courses as a whole
    /// @param since detected then or later; null for at any time
    /// @param revoked whether those that were taken back are asked for too
    public record Filter(
            @Nullable String supplier,
            @Nullable String theme,
            @Nullable Instant since,
            boolean revoked) {

        private boolean lets(StrategyShift shift) {
            return (supplier == null || supplier.equals(shift.supplier()))
                    && (theme == null || theme.equals(shift.theme()))
                    && (since == null || !shift.detected().isBefore(since))
                    && (revoked || !shift.revoked());
        }
    }

    /// @param bootstrapServers `host:port`, several joined by commas
    public ShiftBoard(String bootstrapServers) {
        this(TopicReader.open(bootstrapServers, AnalysisTopics.SHIFTS.name()));
    }

    /// @param consumer of all partitions; closed by this object
    ShiftBoard(Consumer<String, byte[]> consumer) {
        shifts = new TopicMemory<>("shift-board", AnalysisTopics.SHIFTS, MOST, consumer);
    }

    /// Starts reading.
    public void start() {
        shifts.start();
    }

    /// Those asked for, the one detected last first.
    public List<StrategyShift> find(Filter filter) {
        return shifts.all().stream().filter(filter::lets).sorted(NEWEST).toList();
    }

    @Override
    public void close() {
        shifts.close();
    }
}
