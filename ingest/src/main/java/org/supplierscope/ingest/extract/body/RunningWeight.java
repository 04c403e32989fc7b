package org.supplierscope.ingest.extract.body;

import java.util.List;

/// How much running text each region holds, by running sums over the blocks.
final class RunningWeight {

    /// What suspect text counts when the body is chosen.
    private static final double SUSPECT = 0.3;

    private final double[] before;

    private RunningWeight(double[] before) {
        this.before = before;
    }

    /// Counts every block, stripped or not.
    static RunningWeight of(Outline outline) {
        return of(outline, Stripping.none(outline));
    }

    /// Counts the blocks that are not stripped, suspect ones at less.
    static RunningWeight of(Outline outline, Stripping stripping) {
        List<Block> blocks = outline.blocks();
        double[] before = new double[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean counts = block.isRunningText() && !stripping.covers(block.region());
            double trust = stripping.suspects(block.region()) ? SUSPECT : 1;
            before[i + 1] = before[i] + (counts ? trust * block.weight() * (1 - block.linkShare()) : 0);
        }
        return new RunningWeight(before);
    }

    double in(Region region) {
        return before[region.end()] - before[region.first];
    }

    /// In the blocks before that one.
    double before(int block) {
        return before[block];
    }

    double total() {
        return before[before.length - 1];
    }
}
