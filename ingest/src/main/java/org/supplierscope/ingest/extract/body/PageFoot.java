package org.supplierscope.ingest.extract.body;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.WordList;

/// Finds the foot of a page by the line about its rights, whatever element or name it has: its notices are full
/// sentences, and beside an article of two sentences they are most of the page.
final class PageFoot {

    /// About two hundred English words; what is longer is no foot.
    private static final int LONGEST = 1000;

    /// A foot with its menus has no more lines.
    private static final int MOST_LINES = 80;

    private static final PhraseTrie RIGHTS = new PhraseTrie();

    static {
        WordList.read("body/rights-lines.txt").forEach(line -> RIGHTS.add(Folding.fold(line)));
    }

    private PageFoot() {}

    /// The largest region around the page's last line about rights that starts behind the first running text
    /// below the headline, and behind which there is no more running text; null when there is none.
    static @Nullable Region find(Outline outline, RunningWeight running) {
        List<Block> blocks = outline.blocks();
        int start = firstBelowHeadline(blocks);
        int rights = lastAboutRights(blocks, start);
        if (rights < 0) {
            return null;
        }
        @Nullable Region foot = null;
        for (Region at = blocks.get(rights).region(); at != null && at.first > start; at = at.parent) {
            if (running.in(at) > LONGEST) {
                break;
            }
            foot = at;
        }
        return foot == null || running.total() > running.before(foot.end()) ? null : foot;
    }

    private static int firstBelowHeadline(List<Block> blocks) {
        int headline = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).region().tag().equals("h1")) {
                headline = i;
                break;
            }
        }
        for (int i = headline; i < blocks.size(); i++) {
            if (blocks.get(i).isRunningText()) {
                return i;
            }
        }
        return blocks.size();
    }

    private static int lastAboutRights(List<Block> blocks, int start) {
        for (int i = blocks.size() - 1; i > Math.max(start, blocks.size() - MOST_LINES); i--) {
            if (isAboutRights(blocks.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /// A year tells the page's sign from that of a picture.
    private static boolean isAboutRights(Block block) {
        if (block.weight() > LONGEST) {
            return false;
        }
        int sign = block.text().indexOf('©');
        return (sign >= 0 && (hasYear(block.text(), "19") || hasYear(block.text(), "20")))
                || RIGHTS.standsIn(Folding.fold(block.text()), 0);
    }

    private static boolean hasYear(String text, String century) {
        int at = text.indexOf(century);
        return at >= 0
                && at + 3 < text.length()
                && Character.isDigit(text.charAt(at + 2))
                && Character.isDigit(text.charAt(at + 3));
    }
}
