package org.supplierscope.ingest.extract.body;

import java.util.List;

/// How much running text each region holds, by running sums over the blocks.
final class RunningWeight {

    private final double[] before;

    private RunningWeight(double[] before) {
        this.before = before;
    }

    /// Counts every block, stripped or not.
    static RunningWeight of(Outline outline) {
        return of(outline, Stripping.none(outline));
    }

    /// Counts the blocks that are not stripped.
    static RunningWeight of(Outline outline, Stripping stripping) {
        List<Block> blocks = outline.blocks();
        double[] before = new double[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean counts = block.isRunningText() && !stripping.covers(block.region());
            before[i + 1] = before[i] + (counts ? block.weight() * (1 - block.linkShare()) : 0);
        }
        return new RunningWeight(before);
    }

    double in(Region region) {
        return before[region.end()] - before[region.first];
    }

    double total() {
        return before[before.length - 1];
    }
}
