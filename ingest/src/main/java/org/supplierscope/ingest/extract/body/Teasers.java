package org.supplierscope.ingest.extract.body;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds teasers of other articles: small regions of the same make in a row, each a link with a line or two of
/// text.
final class Teasers {

    /// Fewer may be two books in a review.
    private static final int FEWEST = 3;
    /// A link, an excerpt, a date, a name: more is an article in itself.
    private static final int MOST_BLOCKS = 6;
    /// The lines of so few paragraphs, where single line breaks part them.
    private static final int MOST_LINES = 40;
    /// About eighty English words.
    private static final int LONGEST = 400;
    /// When they hold more of the running text, they are what the page is about.
    private static final double LARGEST_SHARE = 0.25;

    private static final class Row {
        int teasers;
        int others;
        double weight;
    }

    private Teasers() {}

    /// For each region, whether it is a teaser.
    static boolean[] find(Outline outline, RunningWeight running) {
        Map<Make, Row> rows = new HashMap<>();
        @Nullable Row[] teaserOf = new Row[outline.regions().size()];
        for (Region region : outline.regions()) {
            if (isCandidate(region)) {
                Row row = rows.computeIfAbsent(Make.of(region), make -> new Row());
                if (looksLikeTeaser(region, outline.blocks())) {
                    teaserOf[region.index] = row;
                    row.teasers++;
                    // an excerpt that breaks off is no article, however much of them there is
                    row.weight += isCut(outline.blocks().get(region.end() - 1)) ? 0 : running.in(region);
                } else {
                    row.others++;
                }
            }
        }
        boolean[] teasers = new boolean[outline.regions().size()];
        for (int i = 0; i < teasers.length; i++) {
            Row row = teaserOf[i];
            teasers[i] = row != null
                    && row.teasers >= FEWEST
                    && row.teasers > 2 * row.others
                    && row.weight <= LARGEST_SHARE * running.total();
        }
        return teasers;
    }

    private static boolean isCandidate(Region region) {
        return region.parent != null
                && !region.isEmpty()
                && switch (region.tag()) {
                    case "div", "article", "section", "li", "a", "figure" -> true;
                    default -> false;
                };
    }

    private static boolean looksLikeTeaser(Region region, List<Block> blocks) {
        if (region.end() - region.first > MOST_LINES) {
            return false;
        }
        Block first = blocks.get(region.first);
        int paragraphs = 0;
        for (Block block : blocks.subList(region.first, region.end())) {
            paragraphs += block.opens() ? 1 : 0;
        }
        if (paragraphs <= 1) {
            return first.run().linkShare() > 0.1
                    && first.run().weight() <= LONGEST
                    && isCut(blocks.get(region.end() - 1));
        }
        if (paragraphs > MOST_BLOCKS) {
            return false;
        }
        int weight = 0;
        boolean linked = false;
        for (Block block : blocks.subList(region.first, region.end())) {
            weight += block.weight();
            linked |= block.linkShare() > 0.8 && block.weight() >= 12;
        }
        return linked && weight <= LONGEST;
    }

    private static boolean isCut(Block block) {
        String text = block.text();
        return text.endsWith("...") || text.endsWith("…") || text.endsWith("[…]") || text.endsWith("[...]");
    }
}
