package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cleans the chosen body line by line: what is not the article's own text goes.
final class LineCleaner {

    /// A line that only announces something is short: about 30 English words.
    private static final int LONGEST_STRAY = 180;

    private static final PhraseBook DROP = PhraseBook.read("drop");
    private static final PhraseBook END = PhraseBook.read("end");

    private final String title;
    private final String byline;

    LineCleaner(@Nullable String title, @Nullable String byline) {
        this.title = title == null ? "" : PhraseBook.fold(title);
        this.byline = byline == null ? "" : PhraseBook.fold(byline);
    }

    /// The lines of the body that are the article's own.
    List<Block> clean(List<Block> body) {
        List<Block> kept = new ArrayList<>();
        int total = body.stream().mapToInt(Block::weight).sum();
        int passed = 0;
        for (Block block : body) {
            passed += block.weight();
            String folded = PhraseBook.fold(block.text());
            if (block.weight() <= 60 && passed > total / 2 && END.opens(folded)) {
                break;
            }
            if (!isStray(block, folded, kept.size())) {
                kept.add(block);
            }
        }
        return withoutDanglingHeadings(kept);
    }

    /// Whether the block repeats the article's title.
    boolean isTitle(Block block) {
        return !title.isEmpty() && PhraseBook.fold(block.text()).equals(title);
    }

    private boolean isStray(Block block, String folded, int position) {
        if (folded.equals(title) && position < 3) {
            return true;
        }
        if (block.weight() > LONGEST_STRAY) {
            return false;
        }
        return !byline.isEmpty() && position < 3 && folded.contains(byline) && block.weight() < 60
                || DROP.opens(folded)
                || DROP.standsIn(folded)
                || isLinks(block);
    }

    private static boolean isLinks(Block block) {
        return block.linkShare() > 0.8 && block.kind() != BlockKind.HEADING && !block.endsSentence();
    }

    private static List<Block> withoutDanglingHeadings(List<Block> blocks) {
        List<Block> kept = new ArrayList<>(blocks);
        while (!kept.isEmpty() && kept.getLast().kind() == BlockKind.HEADING) {
            kept.removeLast();
        }
        return kept;
    }
}
