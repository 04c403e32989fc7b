package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one article says of one supplier's course.
///
/// @param supplier the supplier's id in the catalogue, such as `largan-precision`
/// @param name its name in the catalogue, for people
/// @param stance the course told
/// @param score from −1 (all breadth) to +1 (all precision); 0 where nothing or both alike is told
/// @param confidence from 0 to 1: how far the reader trusts the label
/// @param evidence strongest first; empty exactly when the stance is NONE
/// @param prominence whether the article is about it or only names it; null in records of before this was told,
/// which count as about it: see [#about()]
public record SupplierStance(
        String supplier,
        String name,
        Stance stance,
        double score,
        double confidence,
        List<Evidence> evidence,
        @Nullable Prominence prominence) {

    /// Checks that everything is there, the ranges, and that no stance goes without its sentence.
    @JsonCreator
    public SupplierStance {
        requireNonNull(supplier, "supplier");
        requireNonNull(name, "name");
        requireNonNull(stance, "stance");
        evidence = List.copyOf(evidence);
        if (!(score >= -1 && score <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("score " + score + " or confidence " + confidence + " out of range");
        }
        if ((stance == Stance.NONE) != evidence.isEmpty()) {
            throw new IllegalArgumentException(stance + " with " + evidence.size() + " evidence sentences");
        }
    }

    /// A stance of which it is not told whether the article is about the supplier.
    public SupplierStance(
            String supplier, String name, Stance stance, double score, double confidence, List<Evidence> evidence) {
        this(supplier, name, stance, score, confidence, evidence, null);
    }

    /// Whether the article is about the supplier rather than only naming it; so too where this is not told.
    public boolean about() {
        return prominence != Prominence.NAMED;
    }
}
