package org.supplierscope.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.search.query.SearchRequest.Filter;

/// A supplier or group with its stance, as a page shows it.
///
/// @param name for people
/// @param link where more of this supplier is found; null for a group
/// @param stance lower-case, for style classes: `precision`
/// @param label as people read it: `Precision`
/// @param percent how far to the precision side, 0 to 100; 50 where both alike are told
/// @param evidence what it rests on, strongest first
public record StanceView(
        String name, @Nullable String link, String stance, String label, int percent, List<Evidence> evidence) {

    static StanceView of(SupplierStance told) {
        return new StanceView(
                told.name(),
                Links.search("", Filter.naming(told.supplier()), null, 0),
                css(told.stance()),
                label(told.stance()),
                (int) Math.round((told.score() + 1) * 50),
                told.evidence());
    }

    static StanceView of(GroupStance told) {
        int percent = switch (told.stance()) {
            case PRECISION -> 100;
            case BREADTH -> 0;
            case MIXED, NONE -> 50;
        };
        return new StanceView(told.name(), null, css(told.stance()), label(told.stance()), percent, told.evidence());
    }

    /// The strongest evidence for each side that is told, strongest first: one sentence for a clear course, two
    /// for a mixed one.
    public List<Evidence> leads() {
        List<Evidence> leads = new ArrayList<>();
        for (Evidence told : evidence) {
            if (leads.stream()
                    .noneMatch(lead ->
                            lead.side() == told.side() || lead.sentence().equals(told.sentence()))) {
                leads.add(told);
            }
        }
        return List.copyOf(leads);
    }

    static String css(Stance stance) {
        return stance.name().toLowerCase(Locale.ROOT);
    }

    static String label(Stance stance) {
        return switch (stance) {
            case PRECISION -> "Precision";
            case BREADTH -> "Breadth";
            case MIXED -> "Mixed";
            case NONE -> "No course told";
        };
    }
}
