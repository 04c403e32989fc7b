package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.supplierscope.analysis.embedding.Script;
import org.supplierscope.analysis.likelihood.Lesson;
import org.supplierscope.analysis.likelihood.Likelihood;
import org.supplierscope.analysis.likelihood.Network;
import org.supplierscope.analysis.likelihood.NetworkTraining;
import org.supplierscope.analysis.likelihood.Training;

/// Learns what the meaning of sentences adds to their words.
final class SenseSchool {

    /// Of the networks' first weights; any would do.
    private static final long SEED = 20261123;

    /// liblinear's C for three weights on tens of thousands of rows: hardly any penalty.
    private static final double COST = 1;

    private final int folds;

    /// @param folds in how many parts the passages are split
    SenseSchool(int folds) {
        this.folds = folds;
    }

    /// A sentence to learn from.
    ///
    /// @param fold which part of the passages it is in
    /// @param often how much it counts
    /// @param words how likely it tells each side by its words, by a model that had not seen it
    record Telling(Sense sense, Lesson lesson, int fold, int often, Likelihood words) {}

    /// What was learned.
    ///
    /// @param models of each script
    /// @param left how likely each sentence tells each side, by networks that had not seen it; in
    /// the order given
    record Learned(Map<Script, SenseModel> models, List<Likelihood> left) {}

    private record Row(SenseRows rows, Telling telling) implements NetworkTraining.Example {

        @Override
        public void fill(float[] row) {
            rows.fill(telling.sense(), row);
        }

        @Override
        public boolean tells(int side) {
            return side == 0 ? telling.lesson().precision() : telling.lesson().breadth();
        }

        @Override
        public float weight() {
            return telling.often();
        }
    }

    Learned learn(List<Telling> tellings) {
        Map<Script, SenseModel> models = new EnumMap<>(Script.class);
        Likelihood[] left = new Likelihood[tellings.size()];
        for (Script script : Script.values()) {
            int[] places = IntStream.range(0, tellings.size())
                    .filter(i -> tellings.get(i).sense().script() == script)
                    .toArray();
            List<Telling> all = IntStream.of(places).mapToObj(tellings::get).toList();
            SenseRows rows = SenseRows.of(all.stream().map(Telling::sense).toList(), script.width());
            // The last network has seen all; each of the others not its own part.
            List<Network> networks = IntStream.rangeClosed(0, folds)
                    .parallel()
                    .mapToObj(out -> new NetworkTraining(SEED)
                            .learn(
                                    all.stream()
                                            .filter(each -> each.fold() != out)
                                            .map(each -> new Row(rows, each))
                                            .toList(),
                                    rows.width()))
                    .toList();
            List<double[]> odds = all.stream()
                    .map(each -> networks.get(each.fold()).of(rows.row(each.sense())))
                    .toList();
            double[] precision = weights(all, odds, 0);
            double[] breadth = weights(all, odds, 1);
            models.put(script, new SenseModel(rows, networks.get(folds), precision, breadth));
            for (int i = 0; i < places.length; i++) {
                Telling telling = all.get(i);
                left[places[i]] = new SenseModel(rows, networks.get(telling.fold()), precision, breadth)
                        .of(telling.words(), telling.sense());
            }
        }
        return new Learned(models, List.of(left));
    }

    private static double[] weights(List<Telling> all, List<double[]> odds, int side) {
        List<double[]> rows = new ArrayList<>();
        List<Boolean> tells = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Telling each = all.get(i);
            double words = SenseModel.odds(
                    side == 0 ? each.words().precision() : each.words().breadth());
            for (int often = 0; often < each.often(); often++) {
                rows.add(new double[] {words, odds.get(i)[side], 1});
                tells.add(side == 0 ? each.lesson().precision() : each.lesson().breadth());
            }
        }
        double[] weights = Training.logistic(rows, tells, COST);
        return weights.length == 0 ? new double[] {1, 0, 0} : weights;
    }
}
