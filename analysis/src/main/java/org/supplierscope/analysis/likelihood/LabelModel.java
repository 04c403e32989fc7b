package org.supplierscope.analysis.likelihood;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// One logistic regression for each label over a short row of numbers, brought to a sum of one.
///
/// Immutable and thread-safe.
public final class LabelModel {

    /// Weights, far more than any model here has; a file that asks for more is none of ours.
    private static final int MOST = 100_000;

    private final double[][] weights;

    /// @param weights for each label one for each number of a row, then the bias
    LabelModel(double[][] weights) {
        this.weights = weights;
    }

    /// How likely each label is.
    ///
    /// @param row as many numbers as it was learned from
    /// @return a number from 0 to 1 for each label, 1 together
    public double[] of(double[] row) {
        double[] likely = new double[weights.length];
        double sum = 0;
        for (int label = 0; label < likely.length; label++) {
            double x = weights[label][row.length];
            for (int i = 0; i < row.length; i++) {
                x += weights[label][i] * row[i];
            }
            likely[label] = 1 / (1 + Math.exp(-x));
            sum += likely[label];
        }
        for (int label = 0; label < likely.length; label++) {
            likely[label] = sum > 0 ? likely[label] / sum : 1.0 / likely.length;
        }
        return likely;
    }

    /// How many labels it knows.
    public int size() {
        return weights.length;
    }

    /// How many numbers a row has.
    public int width() {
        return weights[0].length - 1;
    }

    /// Reads a model.
    ///
    /// @throws IOException when it is none, or cannot be read
    public static LabelModel read(DataInputStream in) throws IOException {
        int labels = in.readInt();
        int width = in.readInt();
        if (labels < 1 || width < 1 || (long) labels * width > MOST) {
            throw new IOException(labels + " labels of " + width + " weights are no label model");
        }
        double[][] weights = new double[labels][width];
        for (double[] row : weights) {
            for (int i = 0; i < width; i++) {
                row[i] = in.readDouble();
            }
        }
        return new LabelModel(weights);
    }

    /// Writes the model.
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(weights.length);
        out.writeInt(weights[0].length);
        for (double[] row : weights) {
            for (double weight : row) {
                out.writeDouble(weight);
            }
        }
    }
}
