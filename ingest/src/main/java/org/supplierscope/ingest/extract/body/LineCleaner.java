package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.field.DateText;
import org.supplierscope.ingest.extract.field.DayOrder;

/// Cleans the chosen body line by line: what is not the article's own text goes.
final class LineCleaner {

    /// A line that only announces something is short: about 30 English words.
    private static final int LONGEST_STRAY = 180;

    /// A label names something: about ten English words.
    private static final int LONGEST_LABEL = 60;
    /// The part of the text that must have been read before a line can end the article.
    private static final double MOST_READ = 0.5;
    /// Lines about the article stand among its first ones.
    private static final int HEAD = 4;

    private static final PhraseBook DROP = PhraseBook.read("drop");
    private static final PhraseBook LABEL = PhraseBook.read("label");
    private static final PhraseBook END = PhraseBook.read("end");
    private static final DateText DATES = new DateText(DayOrder.DAY_FIRST);

    private final String title;
    private final String byline;

    LineCleaner(@Nullable String title, @Nullable String byline) {
        this.title = title == null ? "" : PhraseBook.fold(title);
        this.byline = byline == null ? "" : PhraseBook.fold(byline);
    }

    /// The lines of the body that are the article's own.
    List<Block> clean(List<Block> region) {
        List<Block> body = fromHeadline(region);
        List<Block> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int total = body.stream().mapToInt(Block::weight).sum();
        int passed = 0;
        boolean afterStray = false;
        for (int i = 0; i < body.size(); i++) {
            Block block = body.get(i);
            passed += block.weight();
            String folded = PhraseBook.fold(block.text());
            if (block.weight() <= LONGEST_LABEL && passed > MOST_READ * total && END.opens(folded)) {
                break;
            }
            boolean stray =
                    isStray(block, folded, kept.size(), body.size() - i) || isStrayLink(body, i, kept, afterStray);
            boolean repeated = block.weight() >= LONGEST_STRAY && !seen.add(folded);
            if (!repeated && !stray) {
                kept.add(block);
            }
            afterStray = stray;
        }
        return withoutDanglingHeadings(kept);
    }

    /// What stands before the headline is not the article, provided that most of the text stands behind it.
    private List<Block> fromHeadline(List<Block> region) {
        int before = 0;
        for (int i = 0; i < region.size() && !title.isEmpty(); i++) {
            Block block = region.get(i);
            if (block.kind() == BlockKind.HEADING
                    && PhraseBook.fold(block.text()).equals(title)) {
                int after = region.subList(i, region.size()).stream()
                        .mapToInt(Block::weight)
                        .sum();
                return after > before ? region.subList(i + 1, region.size()) : region;
            }
            before += block.weight();
        }
        return region;
    }

    private boolean isStray(Block block, String folded, int position, int left) {
        if (position < HEAD && folded.equals(title)) {
            return true;
        }
        if (block.weight() > LONGEST_STRAY) {
            return false;
        }
        if (DROP.opens(folded) || DROP.standsIn(folded)) {
            return true;
        }
        if (block.weight() > LONGEST_LABEL) {
            return false;
        }
        if ((block.weight() <= 30 || !block.endsSentence()) && (LABEL.opens(folded) || LABEL.standsIn(folded))) {
            return true;
        }
        boolean atEdge = position < HEAD || left < HEAD;
        return atEdge
                && block.kind() != BlockKind.HEADING
                && (DATES.isNothingElse(block.text()) || (!byline.isEmpty() && folded.contains(byline)));
    }

    /// A line that is nothing but a link leads elsewhere, unless the text announces a list of links by a colon.
    private static boolean isStrayLink(List<Block> body, int index, List<Block> kept, boolean afterStray) {
        Block block = body.get(index);
        if (block.linkShare() <= 0.8 || block.endsSentence()) {
            return false;
        }
        if (block.kind() == BlockKind.HEADING && Character.isDigit(block.text().charAt(0))) {
            return false;
        }
        if (block.kind() == BlockKind.HEADING) {
            return afterStray
                    || index + 1 == body.size()
                    || !body.get(index + 1).isRunningText();
        }
        if (block.kind() == BlockKind.LIST_ITEM && !kept.isEmpty()) {
            Block before = kept.getLast();
            return !(before.weight() >= 30 && before.text().endsWith(":"))
                    && !(before.kind() == BlockKind.LIST_ITEM && before.linkShare() > 0.8);
        }
        return true;
    }

    private static List<Block> withoutDanglingHeadings(List<Block> blocks) {
        List<Block> kept = new ArrayList<>(blocks);
        while (!kept.isEmpty() && kept.getLast().kind() == BlockKind.HEADING) {
            kept.removeLast();
        }
        return kept;
    }
}
