package org.supplierscope.analysis.likelihood;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A network of one hidden layer that tells by a row of numbers how much speaks for each side.
///
/// Immutable and thread-safe.
public final class Network {

    /// More than any row or layer here; a file that asks for more is none of ours.
    private static final int MOST = 100_000;

    /// How many sides there are: precision, then breadth.
    static final int SIDES = 2;

    private final int width;
    private final int hidden;
    /// For each number of the row the weights to all hidden places, one row after the other: so
    /// that both reading and learning run along memory.
    private final float[] first;
    private final float[] firstBias;
    /// For each side the weights of all hidden places.
    private final float[] second;
    private final float[] secondBias;

    /// @param first width times hidden weights
    /// @param second hidden weights for each side
    Network(float[] first, float[] firstBias, float[] second, float[] secondBias) {
        this.hidden = firstBias.length;
        this.width = first.length / hidden;
        this.first = first;
        this.firstBias = firstBias;
        this.second = second;
        this.secondBias = secondBias;
    }

    /// How many numbers a row has.
    public int width() {
        return width;
    }

    /// The logarithm of the odds of each side.
    ///
    /// @param row of `width` numbers
    public double[] of(float[] row) {
        float[] sums = sums(row, first, firstBias);
        double[] odds = new double[SIDES];
        for (int side = 0; side < SIDES; side++) {
            odds[side] = secondBias[side];
            for (int i = 0; i < hidden; i++) {
                odds[side] += second[side * hidden + i] * gelu(sums[i]);
            }
        }
        return odds;
    }

    /// What reaches each hidden place.
    static float[] sums(float[] row, float[] first, float[] firstBias) {
        int hidden = firstBias.length;
        float[] sums = firstBias.clone();
        for (int i = 0; i < row.length; i++) {
            float value = row[i];
            int from = i * hidden;
            for (int j = 0; value != 0 && j < hidden; j++) {
                sums[j] += value * first[from + j];
            }
        }
        return sums;
    }

    /// Hendrycks and Gimpel's unit (2016), by its form with the hyperbolic tangent.
    static float gelu(float x) {
        return 0.5f * x * (1 + (float) Math.tanh(bend(x)));
    }

    static double bend(float x) {
        return Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
    }

    /// Reads a network.
    ///
    /// @throws IOException when it is none, or cannot be read
    public static Network read(DataInputStream in) throws IOException {
        int width = in.readInt();
        int hidden = in.readInt();
        if (width < 1 || width > MOST || hidden < 1 || hidden > MOST / SIDES || (long) width * hidden > MOST * 100L) {
            throw new IOException(width + " numbers to " + hidden + " places are no network");
        }
        return new Network(
                floats(in, width * hidden), floats(in, hidden), floats(in, SIDES * hidden), floats(in, SIDES));
    }

    private static float[] floats(DataInputStream in, int count) throws IOException {
        float scale = in.readFloat();
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = in.readShort() * scale;
        }
        return floats;
    }

    /// Writes the network; weights keep 16 bits, steps of a thirty-thousandth of the largest.
    public void write(DataOutputStream out) throws IOException {
        out.writeInt(width);
        out.writeInt(hidden);
        for (float[] each : new float[][] {first, firstBias, second, secondBias}) {
            float most = Float.MIN_NORMAL;
            for (float weight : each) {
                most = Math.max(most, Math.abs(weight));
            }
            float scale = most / Short.MAX_VALUE;
            out.writeFloat(scale);
            for (float weight : each) {
                out.writeShort(Math.round(weight / scale));
            }
        }
    }
}
