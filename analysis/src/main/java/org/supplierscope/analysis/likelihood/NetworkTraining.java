package org.supplierscope.analysis.likelihood;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Learns a [Network] by AdamW (Loshchilov and Hutter, ICLR 2019) on batches, with dropout
/// (Srivastava et al., JMLR 2014) and one cycle of the rate (Smith and Topin, 2018). One thread;
/// the same lessons in the same order give the same network.
public final class NetworkTraining {

    /// Chosen among three shapes by cross-validation, 2026-11-23: 96 places and 12 rounds; 256
    /// places and 16 rounds gave the same.
    private static final int HIDDEN = 96;

    private static final int ROUNDS = 12;
    private static final int BATCH = 256;
    private static final double RATE = 2e-3;
    private static final double DECAY = 0.05;
    private static final float ROW_DROPOUT = 0.1f;
    private static final float HIDDEN_DROPOUT = 0.4f;

    /// Of Smith and Topin: the rate grows over the first three tenths from a twenty-fifth.
    private static final double WARM = 0.3;

    private static final double START = 1.0 / 25;
    private static final double END = 1e-4 / 25;

    private final Random random;

    /// @param seed of the first weights, the order and the dropout
    public NetworkTraining(long seed) {
        this.random = new Random(seed);
    }

    /// A row to learn from.
    public interface Example {

        /// Writes the row.
        ///
        /// @param row to fill
        void fill(float[] row);

        /// Whether it tells a side: precision (0) or breadth (1).
        boolean tells(int side);

        /// How much it counts, above 0.
        float weight();
    }

    /// Learns from examples.
    ///
    /// @param width how many numbers a row has
    public Network learn(List<? extends Example> examples, int width) {
        var first = new AdamW(uniform(width * HIDDEN, width));
        var firstBias = new AdamW(uniform(HIDDEN, width));
        var second = new AdamW(uniform(Network.SIDES * HIDDEN, HIDDEN));
        var secondBias = new AdamW(uniform(Network.SIDES, HIDDEN));
        int batches = (examples.size() + BATCH - 1) / BATCH;
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        float[] row = new float[width];
        for (int step = 0; step < ROUNDS * batches; step++) {
            int batch = step % batches;
            if (batch == 0) {
                shuffle(order);
            }
            int[] chosen = Arrays.copyOfRange(order, batch * BATCH, Math.min(order.length, (batch + 1) * BATCH));
            double all = 0;
            for (int i : chosen) {
                all += examples.get(i).weight();
            }
            for (int i : chosen) {
                Example example = examples.get(i);
                example.fill(row);
                drop(row, ROW_DROPOUT);
                back(example, row, (float) (example.weight() / all), first, firstBias, second, secondBias);
            }
            double rate = rate((double) step / (ROUNDS * batches));
            for (AdamW each : List.of(first, firstBias, second, secondBias)) {
                each.step(rate, step + 1);
            }
        }
        return new Network(first.weights, firstBias.weights, second.weights, secondBias.weights);
    }

    /// Adds the gradient of one example's log loss.
    private void back(
            Example example, float[] row, float share, AdamW first, AdamW firstBias, AdamW second, AdamW secondBias) {
        float[] sums = Network.sums(row, first.weights, firstBias.weights);
        float[] kept = new float[HIDDEN];
        Arrays.fill(kept, 1);
        drop(kept, HIDDEN_DROPOUT);
        float[] units = new float[HIDDEN];
        for (int j = 0; j < HIDDEN; j++) {
            units[j] = kept[j] * Network.gelu(sums[j]);
        }
        float[] behind = new float[HIDDEN];
        for (int side = 0; side < Network.SIDES; side++) {
            double odds = secondBias.weights[side];
            for (int j = 0; j < HIDDEN; j++) {
                odds += second.weights[side * HIDDEN + j] * units[j];
            }
            float error = share * (float) (1 / (1 + Math.exp(-odds)) - (example.tells(side) ? 1 : 0));
            secondBias.gradient[side] += error;
            for (int j = 0; j < HIDDEN; j++) {
                second.gradient[side * HIDDEN + j] += error * units[j];
                behind[j] += error * second.weights[side * HIDDEN + j];
            }
        }
        for (int j = 0; j < HIDDEN; j++) {
            behind[j] *= kept[j] * slope(sums[j]);
            firstBias.gradient[j] += behind[j];
        }
        for (int i = 0; i < row.length; i++) {
            float value = row[i];
            int from = i * HIDDEN;
            for (int j = 0; value != 0 && j < HIDDEN; j++) {
                first.gradient[from + j] += value * behind[j];
            }
        }
    }

    /// The derivative of [Network#gelu].
    private static float slope(float x) {
        double tanh = Math.tanh(Network.bend(x));
        double inner = Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);
        return (float) (0.5 * (1 + tanh) + 0.5 * x * (1 - tanh * tanh) * inner);
    }

    /// Silences some places and raises the others, so that the sum stays.
    private void drop(float[] values, float share) {
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() < share ? 0 : values[i] / (1 - share);
        }
    }

    private static double rate(double done) {
        if (done < WARM) {
            return RATE * cosine(START, 1, done / WARM);
        }
        return RATE * cosine(1, END, (done - WARM) / (1 - WARM));
    }

    private static double cosine(double from, double to, double share) {
        return to + (from - to) * (1 + Math.cos(Math.PI * share)) / 2;
    }

    private float[] uniform(int count, int inputs) {
        float[] weights = new float[count];
        float bound = (float) (1 / Math.sqrt(inputs));
        for (int i = 0; i < count; i++) {
            weights[i] = bound * (2 * random.nextFloat() - 1);
        }
        return weights;
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    /// Weights with what their gradients were like.
    private static final class AdamW {

        private static final float MEAN = 0.9f;
        private static final float SQUARE = 0.999f;
        private static final float TINY = 1e-8f;

        private final float[] weights;
        private final float[] gradient;
        private final float[] mean;
        private final float[] square;

        AdamW(float[] weights) {
            this.weights = weights;
            this.gradient = new float[weights.length];
            this.mean = new float[weights.length];
            this.square = new float[weights.length];
        }

        /// Moves the weights and forgets the gradient.
        void step(double rate, int count) {
            float size = (float) (rate / (1 - Math.pow(MEAN, count)));
            float root = (float) (1 / Math.sqrt(1 - Math.pow(SQUARE, count)));
            float keep = (float) (1 - rate * DECAY);
            for (int i = 0; i < weights.length; i++) {
                float g = gradient[i];
                mean[i] = MEAN * mean[i] + (1 - MEAN) * g;
                square[i] = SQUARE * square[i] + (1 - SQUARE) * g * g;
                weights[i] = keep * weights[i] - size * mean[i] / ((float) Math.sqrt(square[i]) * root + TINY);
                gradient[i] = 0;
            }
        }
    }
}
