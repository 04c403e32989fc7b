package org.supplierscope.analysis.likelihood;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/// Learns a [CourseModel] from lessons: L2-regularised logistic regression by liblinear (Fan et
/// al., JMLR 2008). The same lessons in the same order give the same model.
public final class Training {

    private static final double LABEL_COST = 1;

    private final double cost;
    private final int least;

    /// @param cost liblinear's C: how much a lesson counts against small weights; above 0
    /// @param least traits that fewer lessons show are left out: they are names and chance
    public Training(double cost, int least) {
        this.cost = cost;
        this.least = least;
    }

    /// Learns from lessons.
    public CourseModel learn(List<Lesson> lessons) {
        int[] index = index(lessons);
        int width = Arrays.stream(index).max().orElse(0);
        Feature[][] rows = new Feature[lessons.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(lessons.get(i).traits(), index, width);
        }
        float[] precision = new float[Traits.PLACES];
        float[] breadth = new float[Traits.PLACES];
        double precisionBias = weights(
                rows,
                width,
                index,
                lessons.stream().mapToDouble(each -> each.precision() ? 1 : -1).toArray(),
                precision);
        double breadthBias = weights(
                rows,
                width,
                index,
                lessons.stream().mapToDouble(each -> each.breadth() ? 1 : -1).toArray(),
                breadth);
        return new CourseModel(precision, precisionBias, breadth, breadthBias);
    }

    /// Learns which label a row of numbers has.
    ///
    /// @param rows of one length
    /// @param labels of the rows, from 0
    /// @param count how many labels there are
    public static LabelModel label(List<double[]> rows, int[] labels, int count) {
        int width = rows.getFirst().length;
        Feature[][] features = new Feature[rows.size()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = new Feature[width + 1];
            for (int j = 0; j < width; j++) {
                features[i][j] = new FeatureNode(j + 1, rows.get(i)[j]);
            }
            features[i][width] = new FeatureNode(width + 1, 1);
        }
        double[][] weights = new double[count][];
        for (int label = 0; label < count; label++) {
            int one = label;
            double[] is = Arrays.stream(labels)
                    .mapToDouble(each -> each == one ? 1 : -1)
                    .toArray();
            weights[label] = logistic(features, width, is, LABEL_COST);
        }
        return new LabelModel(weights);
    }

    /// Learns the weights of a logistic function.
    ///
    /// @param rows of one length; the last number of each is 1, for the bias
    /// @param labels of the rows
    /// @param cost liblinear's C; above 0
    /// @return a weight for each number of a row; all zero where all labels are alike
    public static double[] logistic(List<double[]> rows, List<Boolean> labels, double cost) {
        if (!labels.contains(true) || !labels.contains(false)) {
            return new double[rows.isEmpty() ? 0 : rows.getFirst().length];
        }
        Feature[][] features = new Feature[rows.size()][];
        for (int i = 0; i < features.length; i++) {
            double[] row = rows.get(i);
            features[i] = new Feature[row.length];
            for (int j = 0; j < row.length; j++) {
                features[i][j] = new FeatureNode(j + 1, row[j]);
            }
        }
        double[] is = labels.stream().mapToDouble(each -> each ? 1 : -1).toArray();
        return logistic(features, rows.getFirst().length - 1, is, cost);
    }

    /// A column, from 1, for each place that enough lessons show; 0 for the others.
    private int[] index(List<Lesson> lessons) {
        int[] shown = new int[Traits.PLACES];
        for (Lesson lesson : lessons) {
            for (int i = 0; i < lesson.traits().size(); i++) {
                shown[lesson.traits().place(i)]++;
            }
        }
        int columns = 0;
        for (int i = 0; i < shown.length; i++) {
            shown[i] = shown[i] >= least ? ++columns : 0;
        }
        return shown;
    }

    /// The last column is the bias.
    private static Feature[] row(Traits traits, int[] index, int width) {
        Feature[] row = new Feature[traits.size() + 1];
        int size = 0;
        for (int i = 0; i < traits.size(); i++) {
            int column = index[traits.place(i)];
            if (column > 0) {
                row[size++] = new FeatureNode(column, traits.value(i));
            }
        }
        row[size++] = new FeatureNode(width + 1, 1);
        return Arrays.copyOf(row, size);
    }

    /// Learns one side; fills the weights by place.
    ///
    /// @return the bias
    private double weights(Feature[][] rows, int width, int[] index, double[] labels, float[] weights) {
        double[] learned = logistic(rows, width, labels, cost);
        for (int place = 0; place < index.length; place++) {
            weights[place] = index[place] == 0 ? 0 : (float) learned[index[place] - 1];
        }
        return learned[width];
    }

    /// The weight of each column; the last is the bias.
    private static double[] logistic(Feature[][] rows, int width, double[] labels, double cost) {
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = width + 1;
        problem.bias = 1;
        problem.x = rows;
        problem.y = labels;
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, cost, 0.005));
        double sign = model.getLabels()[0] > 0 ? 1 : -1;
        return Arrays.stream(model.getFeatureWeights())
                .limit(width + 1L)
                .map(each -> sign * each)
                .toArray();
    }
}
