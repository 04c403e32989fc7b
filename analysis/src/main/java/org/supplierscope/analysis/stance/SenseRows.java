package org.supplierscope.analysis.stance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.supplierscope.analysis.embedding.Encoding;

/// Makes a [Sense] a row of numbers for a network: its vectors, each kind moved to a mean of zero
/// and a usual length of one a number, and three yes-or-noes.
final class SenseRows {

    /// Of vectors in a row: the sentence, again where it is the supplier's, its pieces' mean, the
    /// name's, the sentences before and after, the first one. Cross-validated log loss on English
    /// with the first four, for PRECISION and BREADTH: .132 and .143; with the sentence before
    /// .130 and .141, with the last two .127 and .138; by words alone .151 and .167.
    private static final int VECTORS = 7;

    private static final int FLAGS = 3;

    private final Centre whole;
    private final Centre mean;
    private final Centre named;

    /// Where vectors of one kind lie.
    ///
    /// @param middle their mean
    /// @param scale brings their usual deviation to one
    @SuppressWarnings("ArrayRecordComponent") // nobody changes it
    private record Centre(float[] middle, float scale) {

        static Centre of(List<float[]> vectors, int width) {
            double[] sum = new double[width];
            for (float[] each : vectors) {
                for (int i = 0; i < width; i++) {
                    sum[i] += each[i];
                }
            }
            float[] middle = new float[width];
            for (int i = 0; i < width; i++) {
                middle[i] = (float) (sum[i] / Math.max(1, vectors.size()));
            }
            double squares = 0;
            for (float[] each : vectors) {
                for (int i = 0; i < width; i++) {
                    squares += Math.pow(each[i] - middle[i], 2);
                }
            }
            double usual = Math.sqrt(squares / Math.max(1, vectors.size() * width));
            return new Centre(middle, usual == 0 ? 1 : (float) (1 / usual));
        }

        /// @return the place after the last number written
        int put(float[] vector, boolean there, float[] row, int at) {
            for (int i = 0; i < middle.length; i++) {
                row[at + i] = there ? (vector[i] - middle[i]) * scale : 0;
            }
            return at + middle.length;
        }

        static Centre read(DataInputStream in, int width) throws IOException {
            float scale = in.readFloat();
            float[] middle = new float[width];
            for (int i = 0; i < width; i++) {
                middle[i] = in.readFloat();
            }
            return new Centre(middle, scale);
        }

        void write(DataOutputStream out) throws IOException {
            out.writeFloat(scale);
            for (float each : middle) {
                out.writeFloat(each);
            }
        }
    }

    private SenseRows(Centre whole, Centre mean, Centre named) {
        this.whole = whole;
        this.mean = mean;
        this.named = named;
    }

    /// Learns where vectors lie.
    static SenseRows of(List<Sense> senses, int width) {
        List<Encoding> own = senses.stream().map(Sense::own).toList();
        return new SenseRows(
                Centre.of(own.stream().map(Encoding::whole).toList(), width),
                Centre.of(own.stream().map(Encoding::mean).toList(), width),
                Centre.of(
                        senses.stream()
                                .filter(Sense::named)
                                .map(each -> each.own().named())
                                .toList(),
                        width));
    }

    /// How many numbers a row has.
    int width() {
        return VECTORS * whole.middle().length + FLAGS;
    }

    float[] row(Sense sense) {
        float[] row = new float[width()];
        fill(sense, row);
        return row;
    }

    void fill(Sense sense, float[] row) {
        int at = whole.put(sense.own().whole(), true, row, 0);
        at = whole.put(sense.own().whole(), sense.named() || sense.alone(), row, at);
        at = mean.put(sense.own().mean(), true, row, at);
        at = named.put(sense.own().named(), sense.named(), row, at);
        at = whole.put(sense.before(), true, row, at);
        at = whole.put(sense.after(), true, row, at);
        at = whole.put(sense.head(), true, row, at);
        row[at++] = sense.named() ? 1 : 0;
        row[at++] = sense.alone() ? 1 : 0;
        row[at] = sense.first() ? 1 : 0;
    }

    static SenseRows read(DataInputStream in, int width) throws IOException {
        return new SenseRows(Centre.read(in, width), Centre.read(in, width), Centre.read(in, width));
    }

    void write(DataOutputStream out) throws IOException {
        whole.write(out);
        mean.write(out);
        named.write(out);
    }
}
