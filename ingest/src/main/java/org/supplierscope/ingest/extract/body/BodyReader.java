package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageState;
import org.supplierscope.ingest.html.HtmlTree;

/// Finds the article's own text in a page: outline, cleaning by meaning, choice of a region, cleaning line by
/// line.
public final class BodyReader {

    /// Below this weight a body is suspected to be wrong: about forty English words.
    private static final int TOO_SHORT = 200;

    /// About ten English words, which any page shows.
    private static final int NOTHING = 60;

    /// Lines before and behind the headline among which date and byline are printed.
    private static final int LINES_BEFORE = 6;

    private static final int LINES_AFTER = 14;

    private final Document document;
    private final Outline outline;

    private BodyReader(Document document) {
        this.document = document;
        this.outline = OutlineReader.read(document);
    }

    /// Reads what the document shows.
    public static BodyReader of(Document document) {
        return new BodyReader(document);
    }

    /// The short lines around the headline, from it on and then those before it; around the page's start when
    /// the title is unknown or not shown.
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

    /// The short lines of the whole page, in page order.
    public List<String> labels() {
        return outline.blocks().stream()
                .filter(block -> block.weight() <= Line.LONGEST_LABEL)
                .map(Block::text)
                .toList();
    }

    /// The body's paragraphs, parted by blank lines; empty when the page shows no running text.
    ///
    /// The first road that leads to a body of sane length is taken: the page without what its markup calls
    /// aside; the whole page; the body that the structured data declares, if the page shows less than half of
    /// it; the text in the state of the page's program, if the page shows hardly anything, or its beginning.
    ///
    /// @param title the article's title, which is not repeated in its text; null when unknown
    /// @param byline the same for its author
    /// @param articleBody the body in the structured data; empty when there is none
    public String text(@Nullable String title, @Nullable String byline, String articleBody) {
        var strays = new StrayLines(title, byline);
        DeclaredBody declared = DeclaredBody.of(articleBody);
        List<Block> body = body(Stripping.of(outline), declared, strays);
        if (weight(body) < TOO_SHORT) {
            List<Block> unstripped = body(Stripping.footOnly(outline), declared, strays);
            if (weight(unstripped) > 2 * weight(body)) {
                body = unstripped;
            }
        }
        if (declared.weight() > 2 * weight(body)) {
            return declared.text();
        }
        return joined(weight(body) < TOO_SHORT ? orState(body, strays) : body);
    }

    /// How the page's text lies around its body.
    ///
    /// @param body as [#text] gave it
    public TextShape shape(String body) {
        return TextShape.of(outline, body);
    }

    private List<Block> body(Stripping stripping, DeclaredBody declared, StrayLines strays) {
        if (outline.blocks().isEmpty()) {
            return List.of();
        }
        Region chosen = new RegionChooser(outline, stripping).choose(declared);
        List<Block> blocks = new ArrayList<>();
        for (Block block : outline.blocks().subList(chosen.first, chosen.end())) {
            if (!stripping.covers(block.region())) {
                blocks.add(block);
            }
        }
        return LineCleaner.clean(blocks, strays);
    }

    private List<Block> orState(List<Block> shown, StrayLines strays) {
        String state = PageState.body(document);
        if (state.isEmpty()) {
            return shown;
        }
        String html = state.indexOf('<') < 0 ? state.replace("\n", "<br><br>") : state;
        List<Block> blocks = LineCleaner.clean(
                OutlineReader.read(HtmlTree.read("<body>" + html, "", PageParser.MAX_DEPTH))
                        .blocks(),
                strays);
        Set<String> texts = blocks.stream().map(Block::text).collect(Collectors.toSet());
        boolean begins = weight(shown) < NOTHING || shown.stream().anyMatch(block -> texts.contains(block.text()));
        return begins && weight(blocks) > 2 * weight(shown) ? blocks : shown;
    }

    private static String joined(List<Block> blocks) {
        var text = new StringBuilder();
        for (Block block : blocks) {
            text.append(text.isEmpty() ? "" : block.opens() ? "\n\n" : "\n").append(block.text());
        }
        return text.toString();
    }

    private static int weight(List<Block> blocks) {
        return blocks.stream().mapToInt(Block::weight).sum();
    }
}
