package org.supplierscope.search.query;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.index.Schema;
import org.supplierscope.search.query.SearchResult.Counts;
import org.supplierscope.search.query.SearchResult.StanceCount;
import org.supplierscope.search.query.SearchResult.SupplierCount;
import org.supplierscope.search.query.SearchResult.ThemeCount;

/// Counts suppliers, stances, themes and copies of the articles that match. Ordinals are counted for each
/// segment, and looked up once.
final class Counting extends SimpleCollector {

    /// How many suppliers, and how many themes, are listed.
    private static final int LISTED = 200;

    private final Map<String, Map<String, Integer>> totals = new HashMap<>();
    private List<Segment> segments = List.of();
    private SortedDocValues copyOf = DocValues.emptySorted();
    private int copies;

    /// One segment's counts of a field by ordinal.
    @SuppressWarnings("ArrayRecordComponent") // a working array, never compared
    private record Segment(String field, SortedSetDocValues values, int[] counts) {

        static Segment of(LeafReaderContext context, String field) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(context.reader(), field);
            return new Segment(field, values, new int[(int) values.getValueCount()]);
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

    /// Joins the counts of several threads.
    static final class Joining implements CollectorManager<Counting, Counts> {

        @Override
        public Counting newCollector() {
            return new Counting();
        }

        @Override
        public Counts reduce(Collection<Counting> parts) {
            Map<String, Integer> about = total(parts, Schema.ABOUT);
            return new Counts(
                    total(parts, Schema.SUPPLIER).entrySet().stream()
                            .map(entry -> supplier(entry.getKey(), entry.getValue(), about))
                            .sorted(Comparator.comparingInt(SupplierCount::count)
                                    .reversed()
                                    .thenComparing(SupplierCount::name))
                            .limit(LISTED)
                            .toList(),
                    total(parts, Schema.STANCE).entrySet().stream()
                            .map(entry -> new StanceCount(Stance.valueOf(entry.getKey()), entry.getValue()))
                            .sorted(Comparator.comparing(StanceCount::stance))
                            .toList(),
                    total(parts, Schema.THEME).entrySet().stream()
                            .map(entry -> theme(entry.getKey(), entry.getValue()))
                            .sorted(Comparator.comparingInt(ThemeCount::count)
                                    .reversed()
                                    .thenComparing(ThemeCount::name))
                            .limit(LISTED)
                            .toList(),
                    parts.stream().mapToInt(part -> part.copies).sum());
        }

        private static Map<String, Integer> total(Collection<Counting> parts, String field) {
            Map<String, Integer> total = new HashMap<>();
            for (Counting part : parts) {
                part.totals
                        .getOrDefault(field, Map.of())
                        .forEach((value, count) -> total.merge(value, count, Integer::sum));
            }
            return total;
        }

        private static SupplierCount supplier(String idAndName, int count, Map<String, Integer> about) {
            int tab = idAndName.indexOf('\t');
            String id = idAndName.substring(0, tab);
            return new SupplierCount(id, idAndName.substring(tab + 1), count, about.getOrDefault(id, 0));
        }

        private static ThemeCount theme(String idAndName, int count) {
            int tab = idAndName.indexOf('\t');
            return new ThemeCount(idAndName.substring(0, tab), idAndName.substring(tab + 1), count);
        }
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        segments = List.of(
                Segment.of(context, Schema.SUPPLIER),
                Segment.of(context, Schema.ABOUT),
                Segment.of(context, Schema.STANCE),
                Segment.of(context, Schema.THEME));
        copyOf = DocValues.getSorted(context.reader(), Schema.COPY_OF);
    }

    @Override
    public void collect(int document) throws IOException {
        for (Segment segment : segments) {
            segment.count(document);
        }
        if (copyOf.advanceExact(document)) {
            copies++;
        }
    }

    @Override
    public void finish() throws IOException {
        for (Segment segment : segments) {
            segment.addTo(totals.computeIfAbsent(segment.field(), _ -> new HashMap<>()));
        }
        segments = List.of();
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
