package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What one article says of one supplier's course.
///
/// @param supplier the supplier's id in the catalogue, such as `largan-precision`
/// @param name its name in the catalogue, for people
/// @param stance the course told
/// @param score from −1 (all breadth) to +1 (all precision); 0 where nothing or both alike is told
/// @param confidence from 0 to 1: how far the reader trusts the label
/// @param evidence strongest first; empty exactly when the stance is NONE
public record SupplierStance(
        String supplier, String name, Stance stance, double score, double confidence, List<Evidence> evidence) {

    /// Checks that everything is there, the ranges, and that no stance goes without its sentence.
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
}
