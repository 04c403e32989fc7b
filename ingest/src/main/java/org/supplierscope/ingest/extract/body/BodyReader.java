package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Finds the article's own text in a page: outline, cleaning by meaning, choice of a region, cleaning line by
/// line.
public final class BodyReader {

    /// Below this weight a body is suspected to be wrong: about forty English words.
    private static final int TOO_SHORT = 200;

    /// Lines before and behind the headline among which date and byline are printed.
    private static final int LINES_BEFORE = 6;

    private static final int LINES_AFTER = 14;

    private final Outline outline;
    private final ClassWords classWords;

    private BodyReader(Outline outline, ClassWords classWords) {
        this.outline = outline;
        this.classWords = classWords;
    }

    /// Reads what the document shows.
    public static BodyReader of(Document document) {
        var classWords = new ClassWords();
        return new BodyReader(OutlineReader.read(document, classWords), classWords);
    }

    /// The short lines around the headline, from it on and then those before it; around the page's start when
    /// the
    /// title is unknown or not shown.
    public List<String> linesNear(@Nullable String title) {
        List<Block> blocks = outline.blocks();
        int at = 0;
        String wanted = title == null ? "" : PhraseBook.fold(title);
        for (int i = 0; i < blocks.size() && !wanted.isEmpty(); i++) {
            if (blocks.get(i).kind() == BlockKind.HEADING
                    && PhraseBook.fold(blocks.get(i).text()).equals(wanted)) {
                at = i;
                break;
            }
        }
        List<String> lines = new ArrayList<>();
        for (int i = at; i < Math.min(blocks.size(), at + LINES_AFTER); i++) {
            lines.add(blocks.get(i).text());
        }
        for (int i = at - 1; i >= Math.max(0, at - LINES_BEFORE); i--) {
            lines.add(blocks.get(i).text());
        }
        return lines;
    }

    /// The body's paragraphs, parted by blank lines; empty when the page shows no running text.
    ///
    /// @param title the article's title, which is not repeated in its text; null when unknown
    /// @param byline the same for its author
    public String text(@Nullable String title, @Nullable String byline) {
        if (outline.blocks().isEmpty()) {
            return "";
        }
        var cleaner = new LineCleaner(title, byline);
        List<Block> body = body(outline, Stripping.of(outline, classWords), classWords, cleaner);
        if (weight(body) < TOO_SHORT) {
            List<Block> second = body(outline, Stripping.none(outline), classWords, cleaner);
            if (weight(second) > 2 * weight(body)) {
                body = second;
            }
        }
        return body.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    }

    private static List<Block> body(Outline outline, Stripping stripping, ClassWords words, LineCleaner cleaner) {
        Region chosen = new RegionChooser(outline, stripping, words).choose();
        List<Block> blocks = new ArrayList<>();
        for (Block block : outline.blocks().subList(chosen.first, chosen.end())) {
            if (!stripping.covers(block.region())) {
                blocks.add(block);
            }
        }
        return cleaner.clean(blocks);
    }

    private static int weight(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::weight).sum();
    }
}
