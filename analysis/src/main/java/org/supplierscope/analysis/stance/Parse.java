package org.supplierscope.analysis.stance;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;

/// A passage taken apart: its sentences, their words, whom each word speaks of, and what the
/// rules found.
///
/// @param text the whole passage
/// @param mentions of suppliers, in order
/// @param named ids of the suppliers that it names, in order of first mention
/// @param sentences in order
/// @param tokens of each sentence
/// @param units of each sentence, as the model reads it; none where no supplier is named
/// @param subjects of each token of each sentence
/// @param ledger what the rules gave to whom
/// @param buyers who buys whom: the buyer's id by that of the firm bought
record Parse(
        FoldedText text,
        List<Mention> mentions,
        SequencedSet<String> named,
        List<Sentence> sentences,
        List<List<Token>> tokens,
        List<List<Unit>> units,
        List<List<Subject>> subjects,
        Ledger ledger,
        Map<String, String> buyers) {

    /// Copies the lists.
    Parse {
        mentions = List.copyOf(mentions);
        named = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(named));
        sentences = List.copyOf(sentences);
        tokens = List.copyOf(tokens);
        units = List.copyOf(units);
        subjects = List.copyOf(subjects);
        buyers = Map.copyOf(buyers);
    }

    /// A sentence as it was written.
    String words(int sentence) {
        return sentences.get(sentence).in(text);
    }
}
