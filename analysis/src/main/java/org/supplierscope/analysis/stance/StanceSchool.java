package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.supplierscope.analysis.embedding.Encoders;
import org.supplierscope.analysis.likelihood.CourseModel;
import org.supplierscope.analysis.likelihood.LabelModel;
import org.supplierscope.analysis.likelihood.Lesson;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.likelihood.Training;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.stance.SenseSchool.Telling;
import org.supplierscope.analysis.stance.TrainingPassage.Case;

/// Makes the model that [StanceReader] asks out of labelled passages, and examines it.
public final class StanceSchool {

    /// Passages beside each other are often versions of one another; they stay on one side of
    /// every split.
    private static final int BLOCK = 10;

    /// liblinear's C and the least number of lessons that a trait is in: chosen by
    /// cross-validation among 0.5, 1, 2 and among 1, 2, 3.
    private static final double COST = 2;

    private static final int LEAST = 2;

    /// Passages of everyday news count this often, since most of the others are written to
    /// mislead: learned from those alone, the model tells too little. On a file of everyday news
    /// that was left out, 1 gave .777 and 3 .789.
    private static final int PLAIN = 3;

    /// Under this name everyday news is examined apart.
    private static final String PLAIN_NEWS = "plain";

    private final Parser parser = new Parser();
    private final Training training = new Training(COST, LEAST);
    private final Optional<Encoders> encoders;

    /// @param encoders of sentences; without them the model learns words alone
    public StanceSchool(Optional<Encoders> encoders) {
        this.encoders = encoders;
    }

    private record Pupil(String language, boolean plain, int block, List<Case> cases) {

        List<View> views() {
            return cases.stream().map(Case::view).toList();
        }

        int often() {
            return plain ? PLAIN : 1;
        }
    }

    /// What is known of one case by models that were learned without it.
    ///
    /// @param learned the row to learn from
    /// @param read the row that a reader would see
    @SuppressWarnings("ArrayRecordComponent") // handed on once
    private record Weighed(Pupil pupil, Stance stance, double[] learned, double[] read) {}

    /// What was learned, and how right it is on passages that were left out.
    ///
    /// @param model learned from all passages
    /// @param exams of models that were learned without the passages that they were asked about;
    /// by language, for everyday news (`plain`), and `all`
    /// @param wordsOnly the same by words alone
    public record Taught(StanceModel model, Map<String, Exam> exams, Map<String, Exam> wordsOnly) {}

    /// Learns from passages: the sentences' models from each, and how to weigh a passage from
    /// what models say that have not seen it.
    ///
    /// @param name of the model
    /// @param folds in how many parts the passages are split, in blocks of ten in the order
    /// given; at least 2
    public Taught teach(String name, List<TrainingPassage> passages, int folds) {
        List<Pupil> pupils = pupils(passages);
        List<List<List<Likelihood>>> words = words(pupils, folds);
        List<Weighed> byWords = weighed(pupils, words);
        Map<String, Exam> wordsOnly = exams(byWords, folds);
        CourseModel sentences = training.learn(lessons(pupils));
        if (encoders.isEmpty()) {
            LabelModel labels = labels(byWords);
            return new Taught(new StanceModel(name, sentences, labels, Map.of(), labels), wordsOnly, wordsOnly);
        }
        var learned = new SenseSchool(folds).learn(tellings(pupils, words, folds));
        List<Weighed> bySense = weighed(pupils, likeWords(words, learned.left()));
        return new Taught(
                new StanceModel(name, sentences, labels(byWords), learned.models(), labels(bySense)),
                exams(bySense, folds),
                wordsOnly);
    }

    /// Examines a model.
    ///
    /// @return by language, then `all`
    public Map<String, Exam> examine(StanceModel model, List<TrainingPassage> passages) {
        Map<String, Exam> exams = new TreeMap<>();
        for (Pupil pupil : pupils(passages)) {
            List<List<Likelihood>> learned =
                    pupil.views().stream().map(model::learned).toList();
            List<double[]> rows = Weighing.rows(pupil.views(), raised(pupil.views(), learned));
            for (int i = 0; i < rows.size(); i++) {
                Case one = pupil.cases().get(i);
                mark(
                        exams,
                        pupil,
                        one.stance(),
                        model.likely(rows.get(i), !one.view().senses().isEmpty()));
            }
        }
        return exams;
    }

    private static Map<String, Exam> exams(List<Weighed> all, int folds) {
        Map<String, Exam> exams = new TreeMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int out = fold;
            LabelModel labels = labels(all.stream()
                    .filter(each -> each.pupil().block() % folds != out)
                    .toList());
            all.stream()
                    .filter(each -> each.pupil().block() % folds == out)
                    .forEach(each -> mark(exams, each.pupil(), each.stance(), StanceModel.likely(labels, each.read())));
        }
        return exams;
    }

    /// How likely each sentence of each case tells each side by its words, by models that had not
    /// seen it.
    private List<List<List<Likelihood>>> words(List<Pupil> pupils, int folds) {
        List<CourseModel> models = IntStream.range(0, folds)
                .mapToObj(out -> training.learn(lessons(pupils.stream()
                        .filter(each -> each.block() % folds != out)
                        .toList())))
                .toList();
        return pupils.stream()
                .map(pupil -> pupil.views().stream()
                        .map(each -> each.words(models.get(pupil.block() % folds)))
                        .toList())
                .toList();
    }

    private static List<Weighed> weighed(List<Pupil> pupils, List<List<List<Likelihood>>> likelihoods) {
        List<Weighed> all = new ArrayList<>();
        for (int at = 0; at < pupils.size(); at++) {
            Pupil pupil = pupils.get(at);
            List<double[]> learned = Weighing.rows(pupil.views(), likelihoods.get(at));
            List<double[]> read = Weighing.rows(pupil.views(), raised(pupil.views(), likelihoods.get(at)));
            for (int i = 0; i < read.size(); i++) {
                all.add(new Weighed(pupil, pupil.cases().get(i).stance(), learned.get(i), read.get(i)));
            }
        }
        return all;
    }

    private static List<Telling> tellings(List<Pupil> pupils, List<List<List<Likelihood>>> words, int folds) {
        List<Telling> tellings = new ArrayList<>();
        for (int at = 0; at < pupils.size(); at++) {
            Pupil pupil = pupils.get(at);
            for (int i = 0; i < pupil.cases().size(); i++) {
                Case one = pupil.cases().get(i);
                for (int j = 0; j < one.lessons().size(); j++) {
                    tellings.add(new Telling(
                            one.view().senses().get(j),
                            one.lessons().get(j),
                            pupil.block() % folds,
                            pupil.often(),
                            words.get(at).get(i).get(j)));
                }
            }
        }
        return tellings;
    }

    /// Puts likelihoods that stand in a row into the form of others.
    private static List<List<List<Likelihood>>> likeWords(
            List<List<List<Likelihood>>> form, List<Likelihood> likelihoods) {
        var next = likelihoods.iterator();
        return form.stream()
                .map(pupil -> pupil.stream()
                        .map(one -> one.stream().map(_ -> next.next()).toList())
                        .toList())
                .toList();
    }

    private static List<List<Likelihood>> raised(List<View> views, List<List<Likelihood>> learned) {
        return IntStream.range(0, views.size())
                .mapToObj(i -> views.get(i).raised(learned.get(i)))
                .toList();
    }

    private static LabelModel labels(List<Weighed> cases) {
        List<Weighed> often = cases.stream()
                .flatMap(each -> Collections.nCopies(each.pupil().often(), each).stream())
                .toList();
        return Training.label(
                often.stream().map(Weighed::learned).toList(),
                often.stream()
                        .mapToInt(each -> StanceModel.STANCES.indexOf(each.stance()))
                        .toArray(),
                StanceModel.STANCES.size());
    }

    private static void mark(Map<String, Exam> exams, Pupil pupil, Stance stance, Map<Stance, Double> likely) {
        Stance said = Course.stance(likely);
        double sure = likely.getOrDefault(said, 0.0);
        exams.computeIfAbsent(pupil.language(), _ -> new Exam()).take(stance, said, sure);
        exams.computeIfAbsent("all", _ -> new Exam()).take(stance, said, sure);
        if (pupil.plain()) {
            exams.computeIfAbsent(PLAIN_NEWS, _ -> new Exam()).take(stance, said, sure);
        }
    }

    private List<Pupil> pupils(List<TrainingPassage> passages) {
        List<Pupil> pupils = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            TrainingPassage passage = passages.get(i);
            pupils.add(new Pupil(passage.language(), passage.plain(), i / BLOCK, passage.cases(parser, encoders)));
        }
        return pupils;
    }

    private static List<Lesson> lessons(List<Pupil> pupils) {
        return pupils.stream()
                .flatMap(each -> Collections.nCopies(each.often(), each.cases()).stream())
                .flatMap(List::stream)
                .flatMap(each -> each.lessons().stream())
                .toList();
    }
}
