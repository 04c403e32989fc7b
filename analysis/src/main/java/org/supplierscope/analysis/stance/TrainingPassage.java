package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.supplierscope.analysis.embedding.Encoders;
import org.supplierscope.analysis.likelihood.Lesson;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;
import org.supplierscope.analysis.published.Stance;

/// A passage of the training texts: a head line `# LANGUAGE VOICE POINT…`, then one sentence a
/// line, with what it tells of which supplier behind a stroke: `[A] adds two lines. | A:B`.
/// Suppliers are `[A]` to `[D]`.
///
/// @param language BCP 47 tag
/// @param plain whether it is everyday news, as the voice `note` in its head line says, rather
/// than written to mislead
/// @param sentences words, with the suppliers' letters in brackets
/// @param labels of each sentence, such as `A:P B:PB`; empty when it tells nothing
public record TrainingPassage(String language, boolean plain, List<String> sentences, List<String> labels) {

    private static final Pattern SUPPLIER = Pattern.compile("\\[([A-D])]");
    private static final String PLAIN = "note";
    /// A letter of its own for each supplier would be a word of the text; names of four letters
    /// are names.
    private static final List<String> NAMES = List.of("Alba", "Brio", "Cora", "Dano");

    /// Copies the lists.
    public TrainingPassage {
        sentences = List.copyOf(sentences);
        labels = List.copyOf(labels);
    }

    /// Why a training text cannot be read.
    public static final class TrainingTextException extends Exception {
        private static final long serialVersionUID = 1L;

        TrainingTextException(String message) {
            super(message);
        }
    }

    /// What is said of one supplier in a passage.
    ///
    /// @param stance by the union of its sentences
    /// @param lessons each sentence
    /// @param view what it is learned from
    record Case(Stance stance, List<Lesson> lessons, View view) {}

    /// Reads the passages of a file's lines.
    ///
    /// @param file for messages
    /// @throws TrainingTextException when a line has not this form, with its number
    public static List<TrainingPassage> read(String file, List<String> lines) throws TrainingTextException {
        List<TrainingPassage> passages = new ArrayList<>();
        String language = "";
        boolean plain = false;
        List<String> sentences = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i).strip() : "";
            if (line.isEmpty()) {
                if (!sentences.isEmpty()) {
                    passages.add(new TrainingPassage(language, plain, sentences, labels));
                    sentences = new ArrayList<>();
                    labels = new ArrayList<>();
                }
                continue;
            }
            if (line.startsWith("# ")) {
                List<String> head = List.of(line.substring(2).split(" "));
                language = head.getFirst();
                plain = head.contains(PLAIN);
                continue;
            }
            int stroke = line.indexOf(" | ");
            String label = stroke < 0 ? "" : line.substring(stroke + 3).strip();
            if (!label.matches("([A-D]:(P|B|PB)( [A-D]:(P|B|PB))*)?")) {
                throw new TrainingTextException(file + ", line " + (i + 1)
                        + ": behind the stroke stands who tells what, such as A:P or A:B C:PB, not '" + label + "'");
            }
            sentences.add(stroke < 0 ? line : line.substring(0, stroke));
            labels.add(label);
        }
        return passages;
    }

    /// The passage as lessons, seen from each supplier that it names.
    ///
    /// @param encoders for the sentences' senses, where there are any
    List<Case> cases(Parser parser, Optional<Encoders> encoders) {
        var words = new StringBuilder("\n");
        List<Sentence> places = new ArrayList<>();
        List<Mention> mentions = new ArrayList<>();
        var named = new TreeSet<Integer>();
        for (String sentence : sentences) {
            int start = words.length();
            int from = 0;
            Matcher matcher = SUPPLIER.matcher(sentence);
            while (matcher.find()) {
                words.append(sentence, from, matcher.start());
                int letter = matcher.group(1).charAt(0) - 'A';
                mentions.add(new Mention(NAMES.get(letter), words.length(), words.length() + 4));
                words.append(NAMES.get(letter));
                named.add(letter);
                from = matcher.end();
            }
            words.append(sentence, from, sentence.length());
            places.add(new Sentence(start, words.length()));
            words.append(language.startsWith("zh") ? "" : " ");
        }
        Parse parse = parser.parse(new FoldedText(words.toString()), 0, places, mentions);
        Optional<Senses> senses = encoders.map(each -> new Senses(parse, each));
        List<Case> cases = new ArrayList<>();
        for (int letter : named) {
            cases.add(seenFrom(letter, View.of(parse, NAMES.get(letter), senses)));
        }
        return cases;
    }

    private Case seenFrom(int letter, View view) {
        List<Lesson> lessons = new ArrayList<>();
        boolean precision = false;
        boolean breadth = false;
        for (int i = 0; i < view.traits().size(); i++) {
            Matcher told = Pattern.compile((char) ('A' + letter) + ":(P?)(B?)").matcher(labels.get(i));
            boolean found = told.find();
            boolean p = found && !told.group(1).isEmpty();
            boolean b = found && !told.group(2).isEmpty();
            lessons.add(new Lesson(view.traits().get(i), p, b));
            precision |= p;
            breadth |= b;
        }
        Stance stance = precision && breadth
                ? Stance.MIXED
                : precision ? Stance.PRECISION : breadth ? Stance.BREADTH : Stance.NONE;
        return new Case(stance, lessons, view);
    }
}
