package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.supplierscope.analysis.likelihood.CourseModel;
import org.supplierscope.analysis.likelihood.Lesson;
import org.supplierscope.analysis.likelihood.Training;
import org.supplierscope.analysis.stance.TrainingPassage.Case;

/// Makes a model of courses out of labelled passages, and examines it. [StanceReader] does not
/// ask that model yet.
public final class StanceSchool {

    /// Passages beside each other are often versions of one another; they stay on one side of
    /// every split.
    private static final int BLOCK = 10;

    /// liblinear's C and the least number of lessons that a trait is in: chosen by
    /// cross-validation among 0.5, 1, 2 and among 1, 2, 3.
    private static final double COST = 2;

    private static final int LEAST = 2;

    private final Parser parser = new Parser();
    private final Training training = new Training(COST, LEAST);

    private record Pupil(String language, int block, List<Case> cases) {}

    /// Learns from all passages.
    ///
    /// @param name of the model
    public CourseModel learn(String name, List<TrainingPassage> passages) {
        return training.learn(name, lessons(pupils(passages)));
    }

    /// Examines a model.
    ///
    /// @return by language, then `all`
    public Map<String, Exam> examine(CourseModel model, List<TrainingPassage> passages) {
        Map<String, Exam> exams = new TreeMap<>();
        examine(model, pupils(passages), exams);
        return exams;
    }

    /// Examines models that are learned without the passages that they are asked about.
    ///
    /// @param folds in how many parts the passages are split, in blocks of ten in the order given
    public Map<String, Exam> crossValidate(List<TrainingPassage> passages, int folds) {
        List<Pupil> pupils = pupils(passages);
        Map<String, Exam> exams = new TreeMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int out = fold;
            CourseModel model = training.learn(
                    "fold " + fold,
                    lessons(pupils.stream()
                            .filter(each -> each.block() % folds != out)
                            .toList()));
            examine(
                    model,
                    pupils.stream().filter(each -> each.block() % folds == out).toList(),
                    exams);
        }
        return exams;
    }

    private static void examine(CourseModel model, List<Pupil> pupils, Map<String, Exam> exams) {
        for (Pupil each : pupils) {
            exams.computeIfAbsent(each.language(), _ -> new Exam()).take(model, each.cases());
            exams.computeIfAbsent("all", _ -> new Exam()).take(model, each.cases());
        }
    }

    private List<Pupil> pupils(List<TrainingPassage> passages) {
        List<Pupil> pupils = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            TrainingPassage passage = passages.get(i);
            pupils.add(new Pupil(passage.language(), i / BLOCK, passage.cases(parser)));
        }
        return pupils;
    }

    private static List<Lesson> lessons(List<Pupil> pupils) {
        return pupils.stream()
                .flatMap(each -> each.cases().stream())
                .flatMap(each -> each.lessons().stream())
                .toList();
    }
}
