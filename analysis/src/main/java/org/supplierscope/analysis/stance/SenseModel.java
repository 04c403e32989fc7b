package org.supplierscope.analysis.stance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.supplierscope.analysis.embedding.Script;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.likelihood.Network;

/// What the meaning of a sentence adds to its words, as it was learned for one script.
///
/// @param rows how a sense becomes a row of numbers
/// @param network reads the row
/// @param precision how the odds of words and network are weighed for PRECISION: the words'
/// weight, the network's, and a constant
/// @param breadth the same for BREADTH
@SuppressWarnings("ArrayRecordComponent") // three weights each, that nobody changes
record SenseModel(SenseRows rows, Network network, double[] precision, double[] breadth) {

    /// No likelihood is surer than this.
    private static final double SURE = 1e-6;

    /// How likely a sentence tells each side.
    ///
    /// @param words how likely it is by its words
    Likelihood of(Likelihood words, Sense sense) {
        double[] odds = network.of(rows.row(sense));
        return new Likelihood(
                together(precision, words.precision(), odds[0]), together(breadth, words.breadth(), odds[1]));
    }

    private static double together(double[] weights, double words, double odds) {
        return 1 / (1 + Math.exp(-(weights[0] * odds(words) + weights[1] * odds + weights[2])));
    }

    /// The logarithm of the odds.
    static double odds(double likelihood) {
        double cut = Math.max(SURE, Math.min(1 - SURE, likelihood));
        return Math.log(cut / (1 - cut));
    }

    /// @throws IOException when it is none, or cannot be read
    static SenseModel read(DataInputStream in, Script script) throws IOException {
        SenseRows rows = SenseRows.read(in, script.width());
        Network network = Network.read(in);
        if (network.width() != rows.width()) {
            throw new IOException("a network of " + network.width() + " numbers for rows of " + rows.width());
        }
        return new SenseModel(rows, network, weights(in), weights(in));
    }

    private static double[] weights(DataInputStream in) throws IOException {
        return new double[] {in.readDouble(), in.readDouble(), in.readDouble()};
    }

    void write(DataOutputStream out) throws IOException {
        rows.write(out);
        network.write(out);
        for (double[] weights : new double[][] {precision, breadth}) {
            for (double weight : weights) {
                out.writeDouble(weight);
            }
        }
    }
}
