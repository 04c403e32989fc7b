package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What one article says of the course of suppliers that it does not name: "some lens giants", 部分業者.
///
/// @param name the group in the article's own words
/// @param stance PRECISION, BREADTH or MIXED; a group without a course is not listed
/// @param evidence strongest first, never empty
public record GroupStance(String name, Stance stance, List<Evidence> evidence) {

    /// Checks that everything is there, and that no stance goes without its sentence.
    public GroupStance {
        requireNonNull(name, "name");
        requireNonNull(stance, "stance");
        evidence = List.copyOf(evidence);
        if (stance == Stance.NONE || evidence.isEmpty()) {
            throw new IllegalArgumentException("a group is listed for its course, with evidence: " + name);
        }
    }
}
