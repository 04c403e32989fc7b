package org.supplierscope.ingest.extract.body;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.WordList;

/// Finds what readers have written below an article where no name says so: regions of the same make in a row,
/// each with a label or button to reply.
///
/// However much text they hold, they are stripped; but not where the page starts with them, as forums do.
final class ReaderThreads {

    /// One alone may be the article, with a form below it.
    private static final int FEWEST = 2;
    /// The article before them: about forty English words.
    private static final int SHORTEST_ARTICLE = 200;
    /// "Like · Reply · 3 h" is a label, "The minister's reply was short." is none.
    private static final int LONGEST_LABEL = 30;

    private static final PhraseTrie WORDS = new PhraseTrie();

    static {
        WordList.read("body/reply-words.txt").forEach(word -> WORDS.add(Folding.fold(word)));
    }

    private static final class Row {
        int threads;
        int others;
        int first = Integer.MAX_VALUE;
    }

    private ReaderThreads() {}

    /// Whether a label offers to reply.
    static boolean offersReply(String label) {
        return label.length() <= LONGEST_LABEL && WORDS.standsIn(Folding.fold(label), 0);
    }

    /// For each region, whether readers wrote it.
    static boolean[] find(Outline outline, RunningWeight running) {
        int[] replies = replies(outline);
        boolean[] threads = new boolean[outline.regions().size()];
        if (replies.length == 0 || replies[0] < FEWEST) {
            return threads;
        }
        Map<Make, Row> rows = new HashMap<>();
        @Nullable Row[] rowOf = new Row[threads.length];
        for (Region region : outline.regions()) {
            if (region.parent == null || region.isEmpty() || !mayHoldThread(region)) {
                continue;
            }
            Row row = rows.computeIfAbsent(Make.of(region), make -> new Row());
            if (replies[region.index] > 0) {
                row.threads++;
                row.first = Math.min(row.first, region.first);
                rowOf[region.index] = row;
            } else {
                row.others++;
            }
        }
        for (int i = 0; i < threads.length; i++) {
            Row row = rowOf[i];
            threads[i] = row != null
                    && row.threads >= FEWEST
                    && row.threads > row.others
                    && running.before(row.first) >= SHORTEST_ARTICLE;
        }
        return threads;
    }

    /// How often each region, and all within it, offers to reply.
    private static int[] replies(Outline outline) {
        int[] replies = new int[outline.regions().size()];
        for (Block block : outline.blocks()) {
            if (block.weight() <= LONGEST_LABEL && block.kind() != BlockKind.HEADING && offersReply(block.text())) {
                replies[block.region().index]++;
            }
        }
        for (int i = replies.length - 1; i >= 0; i--) {
            Region region = outline.regions().get(i);
            replies[i] += region.replyButtons;
            if (region.parent != null) {
                replies[region.parent.index] += replies[i];
            }
        }
        return replies;
    }

    private static boolean mayHoldThread(Region region) {
        return switch (region.tag()) {
            case "div", "article", "section", "li", "dd" -> true;
            default -> region.tag().indexOf('-') > 0;
        };
    }
}
