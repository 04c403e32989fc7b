package org.supplierscope.search.query;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.index.Schema;
import org.supplierscope.search.query.SearchResult.StanceCount;
import org.supplierscope.search.query.SearchResult.SupplierCount;

/// Counts suppliers and stances of the articles that match. Ordinals are counted for each segment, and looked
/// up once.
final class Counting extends SimpleCollector {

    /// How many suppliers are listed.
    private static final int LISTED = 200;

    private final Map<String, Integer> suppliers = new HashMap<>();
    private final Map<String, Integer> stances = new HashMap<>();
    private Segment supplierSegment = Segment.NONE;
    private Segment stanceSegment = Segment.NONE;

    /// One segment's counts by ordinal.
    @SuppressWarnings("ArrayRecordComponent") // a working array, never compared
    private record Segment(SortedSetDocValues values, int[] counts) {

        static final Segment NONE = new Segment(DocValues.emptySortedSet(), new int[0]);

        static Segment of(LeafReaderContext context, String field) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(context.reader(), field);
            return new Segment(values, new int[(int) values.getValueCount()]);
        }

        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void addTo(Map<String, Integer> totals) throws IOException {
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                if (counts[ordinal] > 0) {
                    totals.merge(values.lookupOrd(ordinal).utf8ToString(), counts[ordinal], Integer::sum);
                }
            }
        }
    }

    /// What was counted.
    ///
    /// @param suppliers most first
    /// @param stances in the order of the enum, those with no article left out
    record Counts(List<SupplierCount> suppliers, List<StanceCount> stances) {}

    /// Joins the counts of several threads.
    static final class Joining implements CollectorManager<Counting, Counts> {

        @Override
        public Counting newCollector() {
            return new Counting();
        }

        @Override
        public Counts reduce(Collection<Counting> parts) {
            Map<String, Integer> suppliers = new HashMap<>();
            Map<Stance, Integer> stances = new EnumMap<>(Stance.class);
            for (Counting part : parts) {
                part.suppliers.forEach((supplier, count) -> suppliers.merge(supplier, count, Integer::sum));
                part.stances.forEach((stance, count) -> stances.merge(Stance.valueOf(stance), count, Integer::sum));
            }
            return new Counts(
                    suppliers.entrySet().stream()
                            .map(entry -> supplier(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparingInt(SupplierCount::count)
                                    .reversed()
                                    .thenComparing(SupplierCount::name))
                            .limit(LISTED)
                            .toList(),
                    stances.entrySet().stream()
                            .map(entry -> new StanceCount(entry.getKey(), entry.getValue()))
                            .toList());
        }

        private static SupplierCount supplier(String idAndName, int count) {
            int tab = idAndName.indexOf('\t');
            return new SupplierCount(idAndName.substring(0, tab), idAndName.substring(tab + 1), count);
        }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        supplierSegment = Segment.of(context, Schema.SUPPLIER);
        stanceSegment = Segment.of(context, Schema.STANCE);
    }

    @Override
    public void collect(int document) throws IOException {
        supplierSegment.count(document);
        stanceSegment.count(document);
    }

    @Override
    public void finish() throws IOException {
        supplierSegment.addTo(suppliers);
        stanceSegment.addTo(stances);
        supplierSegment = Segment.NONE;
        stanceSegment = Segment.NONE;
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
