package org.supplierscope.analysis;

import java.util.List;
import org.supplierscope.analysis.strategy.Subject;

/// The subjects of whose course an article has told, so that a correction can withdraw it.
///
/// @param subjects in the order of the article
record ToldSubjects(List<Subject> subjects) {

    ToldSubjects {
        subjects = List.copyOf(subjects);
    }
}
