package org.supplierscope.analysis.likelihood;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Two logistic regressions, one for each side, over the [Traits] of a sentence.
///
/// Immutable and thread-safe.
public final class CourseModel {

    private final float[] precision;
    private final float[] breadth;
    private final double precisionBias;
    private final double breadthBias;

    CourseModel(float[] precision, double precisionBias, float[] breadth, double breadthBias) {
        this.precision = precision;
        this.precisionBias = precisionBias;
        this.breadth = breadth;
        this.breadthBias = breadthBias;
    }

    /// How likely a sentence with these traits tells each side.
    public Likelihood of(Traits traits) {
        double p = precisionBias;
        double b = breadthBias;
        for (int i = 0; i < traits.size(); i++) {
            p += precision[traits.place(i)] * traits.value(i);
            b += breadth[traits.place(i)] * traits.value(i);
        }
        return new Likelihood(logistic(p), logistic(b));
    }

    /// How much each trait speaks for a side.
    ///
    /// @param forPrecision for which side
    /// @return for each trait what it adds to the logarithm of the odds
    public double[] shares(Traits traits, boolean forPrecision) {
        float[] weights = forPrecision ? precision : breadth;
        double[] shares = new double[traits.size()];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights[traits.place(i)] * traits.value(i);
        }
        return shares;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// Reads a model.
    ///
    /// @throws IOException when it is none, or cannot be read
    public static CourseModel read(DataInputStream in) throws IOException {
        float[] precision = new float[Traits.PLACES];
        float[] breadth = new float[Traits.PLACES];
        double precisionBias = in.readDouble();
        double breadthBias = in.readDouble();
        float scale = in.readFloat();
        int place = 0;
        for (int left = in.readInt(); left > 0; left--) {
            place += in.readInt();
            if (place < 0 || place >= Traits.PLACES) {
                throw new IOException("a weight at place " + place + " of " + Traits.PLACES);
            }
            precision[place] = in.readShort() * scale;
            breadth[place] = in.readShort() * scale;
        }
        return new CourseModel(precision, precisionBias, breadth, breadthBias);
    }

    /// Writes the model; weights keep 16 bits, steps of a thirty-thousandth of the largest.
    public void write(DataOutputStream out) throws IOException {
        float most = 0;
        int count = 0;
        for (int i = 0; i < Traits.PLACES; i++) {
            most = Math.max(most, Math.max(Math.abs(precision[i]), Math.abs(breadth[i])));
        }
        float scale = Math.max(most, Float.MIN_NORMAL) / Short.MAX_VALUE;
        for (int i = 0; i < Traits.PLACES; i++) {
            count += steps(precision[i], scale) != 0 || steps(breadth[i], scale) != 0 ? 1 : 0;
        }
        out.writeDouble(precisionBias);
        out.writeDouble(breadthBias);
        out.writeFloat(scale);
        out.writeInt(count);
        int last = 0;
        for (int i = 0; i < Traits.PLACES; i++) {
            if (steps(precision[i], scale) != 0 || steps(breadth[i], scale) != 0) {
                out.writeInt(i - last);
                out.writeShort(steps(precision[i], scale));
                out.writeShort(steps(breadth[i], scale));
                last = i;
            }
        }
    }

    private static int steps(float weight, float scale) {
        return Math.round(weight / scale);
    }
}
