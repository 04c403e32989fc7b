package org.supplierscope.analysis.opinion;

import java.util.List;
import java.util.Optional;
import org.supplierscope.analysis.published.Stance;

/// What came of asking a model.
public sealed interface Opinion {

    /// The model's word. It changes no insight, timeline, shift or alert.
    ///
    /// @param model as it is named in the settings, never as it names itself
    /// @param suppliers one for each that was asked about, in the order asked
    /// @param read how many sentences the model was given, from the first one on
    /// @param of how many there are
    record Given(String model, List<Said> suppliers, int read, int of) implements Opinion {

        /// Copies the list.
        public Given {
            suppliers = List.copyOf(suppliers);
        }

        /// What it says of one supplier; nothing when that was not asked about.
        public Optional<Said> said(String supplier) {
            return suppliers.stream()
                    .filter(each -> each.supplier().equals(supplier))
                    .findFirst();
        }
    }

    /// There is no opinion, and why.
    ///
    /// @param kind for counting
    /// @param message for people; holds no word of the endpoint's, and no key
    record Refused(RefusalKind kind, String message) implements Opinion {}

    /// What the model says of one supplier.
    ///
    /// @param supplier its id
    /// @param stance the course
    /// @param sentences on which that rests, in the model's order; empty exactly when the stance
    /// is NONE
    record Said(String supplier, Stance stance, List<Cited> sentences) {

        /// Copies the list.
        public Said {
            sentences = List.copyOf(sentences);
        }
    }

    /// A sentence that the model names.
    ///
    /// @param number from 1
    /// @param sentence word for word as the article has it, put in by us
    record Cited(int number, String sentence) {}
}
