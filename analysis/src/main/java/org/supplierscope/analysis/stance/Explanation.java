package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.Voice;

/// Why a passage is read as it is, for one supplier.
///
/// @param supplier id in the catalogue
/// @param name for people
/// @param stance the label
/// @param likely how likely each label is; 1 together
/// @param sentences all of them, in order
/// @param model which reader decided
public record Explanation(
        String supplier,
        String name,
        Stance stance,
        Map<Stance, Double> likely,
        List<Sentence> sentences,
        String model) {

    private static final int MOST_WORDS = 6;

    /// Copies the collections.
    public Explanation {
        likely = Map.copyOf(likely);
        sentences = List.copyOf(sentences);
    }

    /// What one sentence tells of the supplier.
    ///
    /// @param sentence word for word
    /// @param named whether it names the supplier
    /// @param voice who says so
    /// @param precision how likely it tells PRECISION, from 0 to 1
    /// @param breadth how likely it tells BREADTH, from 0 to 1
    /// @param words those that weigh most, the heaviest first
    /// @param meaning how far the meaning of the sentence and its neighbours moves what its words
    /// say; null where courses are read by words alone
    /// @param rules what the rules found, in words
    public record Sentence(
            String sentence,
            boolean named,
            Voice voice,
            double precision,
            double breadth,
            List<Word> words,
            @Nullable Meaning meaning,
            List<String> rules) {

        /// Copies the lists.
        public Sentence {
            words = List.copyOf(words);
            rules = List.copyOf(rules);
        }
    }

    /// How much a word adds to the logarithm of the odds, as learned.
    ///
    /// @param word as it stands in the sentence
    /// @param precision for PRECISION
    /// @param breadth for BREADTH
    public record Word(String word, double precision, double breadth) {}

    /// What meaning adds to the logarithm of the odds.
    ///
    /// @param precision for PRECISION
    /// @param breadth for BREADTH
    public record Meaning(double precision, double breadth) {

        private static Meaning between(Likelihood words, Likelihood all) {
            return new Meaning(
                    SenseModel.odds(all.precision()) - SenseModel.odds(words.precision()),
                    SenseModel.odds(all.breadth()) - SenseModel.odds(words.breadth()));
        }
    }

    static List<Sentence> sentences(
            Parse parse, String supplier, View view, StanceModel model, List<Likelihood> likelihoods, CueReader cues) {
        List<Likelihood> words = view.words(model.sentences());
        List<Likelihood> learned = model.learned(view);
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < likelihoods.size(); i++) {
            int sentence = i;
            sentences.add(new Sentence(
                    parse.words(i),
                    view.names().get(i),
                    VoiceReader.of(parse, i, supplier),
                    likelihoods.get(i).precision(),
                    likelihoods.get(i).breadth(),
                    words(parse, i, cues),
                    view.senses().isEmpty() ? null : Meaning.between(words.get(i), learned.get(i)),
                    view.statements().stream()
                            .filter(each -> each.sentence() == sentence)
                            .map(Explanation::rule)
                            .toList()));
        }
        return sentences;
    }

    private static List<Word> words(Parse parse, int sentence, CueReader cues) {
        List<Unit> units = parse.units().get(sentence);
        double[] precision = cues.gains(sentence, Stance.PRECISION);
        double[] breadth = cues.gains(sentence, Stance.BREADTH);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            String word = parse.text()
                    .original()
                    .substring(units.get(i).start(), units.get(i).end());
            words.add(new Word(word, precision[i], breadth[i]));
        }
        words.sort(Comparator.comparingDouble(each -> -Math.max(Math.abs(each.precision()), Math.abs(each.breadth()))));
        return words.subList(0, Math.min(MOST_WORDS, words.size()));
    }

    private static String rule(Statement statement) {
        String mood = statement.is(Mood.PAST) || statement.is(Mood.FORMER)
                ? ", past"
                : statement.is(Mood.HEARSAY) ? ", hearsay" : "";
        return statement.side() + " by \"" + statement.cue() + "\" (weight " + statement.weight() + mood + ")";
    }
}
