package org.supplierscope.analysis.stance;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.supplierscope.analysis.likelihood.CourseModel;
import org.supplierscope.analysis.likelihood.LabelModel;
import org.supplierscope.analysis.published.Stance;

/// What was learned of reading courses.
///
/// @param name for records that outlive it: the training texts' digest is part of it
/// @param sentences how likely a sentence tells each side
/// @param labels how likely a passage has each label, by its sentences' likelihoods
public record StanceModel(String name, CourseModel sentences, LabelModel labels) {

    /// In the order of the label model.
    static final List<Stance> STANCES = List.of(Stance.values());

    private static final int FORM = 0x53430002;

    /// Read once: readers come and go with the catalogue, and 32 MB of weights are worth sharing.
    private static final class Shipped {
        private static final StanceModel MODEL = readShipped();

        private Shipped() {}
    }

    /// The model that the program ships.
    public static StanceModel shipped() {
        return Shipped.MODEL;
    }

    private static StanceModel readShipped() {
        try (InputStream stream = StanceModel.class.getResourceAsStream("stance-model.bin.gz")) {
            if (stream == null) {
                throw new IllegalStateException("stance-model.bin.gz is not in the program");
            }
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("stance-model.bin.gz in the program cannot be read", e);
        }
    }

    /// How likely each label is; 1 together.
    ///
    /// @param row of a [Weighing]
    Map<Stance, Double> likely(double[] row) {
        return likely(labels, row);
    }

    static Map<Stance, Double> likely(LabelModel labels, double[] row) {
        double[] numbers = labels.of(row);
        Map<Stance, Double> likely = new EnumMap<>(Stance.class);
        for (int i = 0; i < numbers.length; i++) {
            likely.put(STANCES.get(i), numbers[i]);
        }
        return likely;
    }

    /// Reads a model.
    ///
    /// @throws IOException when it is none, or cannot be read
    public static StanceModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream)));
        if (in.readInt() != FORM) {
            throw new IOException("not a stance model of this form");
        }
        String name = in.readUTF();
        CourseModel sentences = CourseModel.read(in);
        LabelModel labels = LabelModel.read(in);
        if (labels.size() != STANCES.size() || labels.width() != Weighing.WIDTH) {
            throw new IOException("a stance model with labels or a weighing of another form");
        }
        return new StanceModel(name, sentences, labels);
    }

    /// Writes the model. The same model is always the same bytes.
    public void write(OutputStream stream) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
            out.writeInt(FORM);
            out.writeUTF(name);
            sentences.write(out);
            labels.write(out);
        }
    }
}
