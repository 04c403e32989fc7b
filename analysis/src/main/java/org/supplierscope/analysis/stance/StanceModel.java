package org.supplierscope.analysis.stance;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.supplierscope.analysis.embedding.Script;
import org.supplierscope.analysis.likelihood.CourseModel;
import org.supplierscope.analysis.likelihood.LabelModel;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.published.Stance;

/// What was learned of reading courses.
///
/// @param name for records that outlive it: the training texts' digest is part of it
/// @param sentences how likely a sentence tells each side, by its words
/// @param labels how likely a passage has each label, by its sentences' likelihoods
/// @param sensed what the meaning of sentences adds, for each script; nothing where none was
/// learned
/// @param sensedLabels the labels by likelihoods to which it was added
public record StanceModel(
        String name,
        CourseModel sentences,
        LabelModel labels,
        Map<Script, SenseModel> sensed,
        LabelModel sensedLabels) {

    /// Copies the map.
    public StanceModel {
        sensed = Map.copyOf(sensed);
    }

    /// In the order of the label model.
    static final List<Stance> STANCES = List.of(Stance.values());

    private static final int FORM = 0x53430003;

    /// Read once: readers come and go with the catalogue, and 35 MB of weights are worth sharing.
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

    /// How likely each sentence tells each side, as it was learned: by its meaning too where the
    /// view has it.
    List<Likelihood> learned(View view) {
        List<Likelihood> words = view.words(sentences);
        if (view.senses().isEmpty()) {
            return words;
        }
        List<Likelihood> all = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Sense sense = view.senses().get(i);
            SenseModel model = sensed.get(sense.script());
            all.add(model == null ? words.get(i) : model.of(words.get(i), sense));
        }
        return all;
    }

    /// How likely each label is; 1 together.
    ///
    /// @param row of a [Weighing]
    /// @param withSenses whether its likelihoods were told by meaning too
    Map<Stance, Double> likely(double[] row, boolean withSenses) {
        return likely(withSenses ? sensedLabels : labels, row);
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
        LabelModel labels = labels(in);
        Map<Script, SenseModel> sensed = new EnumMap<>(Script.class);
        if (in.readBoolean()) {
            for (Script script : Script.values()) {
                sensed.put(script, SenseModel.read(in, script));
            }
        }
        return new StanceModel(name, sentences, labels, sensed, labels(in));
    }

    private static LabelModel labels(DataInputStream in) throws IOException {
        LabelModel labels = LabelModel.read(in);
        if (labels.size() != STANCES.size() || labels.width() != Weighing.WIDTH) {
            throw new IOException("a stance model with labels or a weighing of another form");
        }
        return labels;
    }

    /// Writes the model. The same model is always the same bytes.
    public void write(OutputStream stream) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(stream))) {
            out.writeInt(FORM);
            out.writeUTF(name);
            sentences.write(out);
            labels.write(out);
            out.writeBoolean(!sensed.isEmpty());
            for (Script script : Script.values()) {
                SenseModel model = sensed.get(script);
                if (model != null) {
                    model.write(out);
                }
            }
            sensedLabels.write(out);
        }
    }
}
