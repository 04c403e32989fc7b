package org.supplierscope.analysis.likelihood;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Two logistic regressions, one for each side, over the [Traits] of a sentence.
///
/// Immutable and thread-safe.
public final class CourseModel {

    private static final int FORM = 0x53430001;

    private final String name;
    private final float[] precision;
    private final float[] breadth;
    private final double precisionBias;
    private final double breadthBias;

    CourseModel(String name, float[] precision, double precisionBias, float[] breadth, double breadthBias) {
        this.name = name;
        this.precision = precision;
        this.precisionBias = precisionBias;
        this.breadth = breadth;
        this.breadthBias = breadthBias;
    }

    /// What it is called in records that outlive it: the training texts' digest is part of it.
    public String name() {
        return name;
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

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /// Reads a model.
    ///
    /// @throws IOException when it is none, or cannot be read
    public static CourseModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
        if (in.readInt() != FORM) {
            throw new IOException("not a course model of this form");
        }
        String name = in.readUTF();
        float[] precision = new float[Traits.PLACES];
        float[] breadth = new float[Traits.PLACES];
        double precisionBias = in.readDouble();
        double breadthBias = in.readDouble();
        float scale = in.readFloat();
        int place = 0;
        for (int left = in.readInt(); left > 0; left--) {
            place += in.readInt();
            precision[place] = in.readShort() * scale;
            breadth[place] = in.readShort() * scale;
        }
        return new CourseModel(name, precision, precisionBias, breadth, breadthBias);
    }

    /// Writes the model; weights keep 16 bits, steps of a thirty-thousandth of the largest.
    public void write(OutputStream stream) throws IOException {
        float most = 0;
        int count = 0;
        for (int i = 0; i < Traits.PLACES; i++) {
            most = Math.max(most, Math.max(Math.abs(precision[i]), Math.abs(breadth[i])));
        }
        float scale = Math.max(most, Float.MIN_NORMAL) / Short.MAX_VALUE;
        for (int i = 0; i < Traits.PLACES; i++) {
            count += steps(precision[i], scale) != 0 || steps(breadth[i], scale) != 0 ? 1 : 0;
        }
        try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
            out.writeInt(FORM);
            out.writeUTF(name);
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
    }

    private static int steps(float weight, float scale) {
        return Math.round(weight / scale);
    }
}
