package org.supplierscope.ingest.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.supplierscope.ingest.archive.RecordReading.Kind;

/// What an import has done so far with one file. Not thread-safe.
public final class ImportTally {

    private long pages;
    private long strangers;
    private final Map<Kind, Long> passedOver = new EnumMap<>(Kind.class);

    void page(boolean known) {
        pages++;
        strangers += known ? 0 : 1;
    }

    void passedOver(Kind kind) {
        passedOver.merge(kind, 1L, Long::sum);
    }

    /// How many pages were handed on.
    public long pages() {
        return pages;
    }

    /// How many records were broken.
    public long broken() {
        return passedOver.getOrDefault(Kind.BROKEN, 0L);
    }

    /// Whether not one record was found that is whole.
    public boolean empty() {
        return pages == 0 && passedOver.keySet().stream().allMatch(Kind::amiss);
    }

    /// What was handed on and what was passed over and why, a phrase each, for people.
    public List<String> told() {
        List<String> told = new ArrayList<>();
        told.add(pages + " pages");
        if (strangers > 0) {
            told.add("of them " + strangers + " from sites that are no source here");
        }
        passedOver.forEach((kind, count) -> told.add(count + " " + kind.words()));
        return told;
    }
}
