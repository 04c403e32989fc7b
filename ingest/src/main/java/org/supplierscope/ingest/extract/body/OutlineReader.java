package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/// Reads a document into an [Outline] in one walk, without recursion.
///
/// A block ends where a block element starts or ends and at two line breaks in a row; so text in bare `div`s
/// and in
/// `<br>` runs makes paragraphs as well as `<p>` does. Scripts, form controls and media have no text.
final class OutlineReader implements NodeFilter {

    private static final Set<String> SILENT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "canvas",
            "iframe",
            "object",
            "audio",
            "video",
            "select",
            "textarea",
            "input",
            "button",
            "map",
            "datalist",
            "meter",
            "progress",
            "head");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
            "dir",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hgroup",
            "hr",
            "legend",
            "li",
            "main",
            "menu",
            "nav",
            "ol",
            "p",
            "picture",
            "pre",
            "search",
            "section",
            "summary",
            "table",
            "tbody",
            "tfoot",
            "thead",
            "tr",
            "ul");

    private final List<Block> blocks = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final LineBuffer line = new LineBuffer();
    private final ClassWords classWords = new ClassWords();
    private @Nullable Region region;

    private OutlineReader() {}

    /// The outline of the document's body; empty when it shows no text.
    static Outline read(Document document) {
        var reader = new OutlineReader();
        NodeTraversor.filter(reader, document.body());
        return new Outline(reader.blocks, reader.regions);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText(), region != null && region.kind == BlockKind.PREFORMATTED);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        String tag = element.normalName();
        if (SILENT.contains(tag) && !(tag.equals("button") && inHeading()) && !isShadowRoot(element)) {
            if (region != null && tag.equals("button") && ReaderThreads.offersReply(label(element))) {
                region.replyButtons++;
            }
            return FilterResult.SKIP_CHILDREN;
        }
        switch (tag) {
            case "br" -> breakLine();
            case "td", "th" -> line.cell();
            case "a" -> line.openLink(leadsAway(element));
            default -> {
                // an inline element is a region of its own only when its class name tells its part
            }
        }
        ClassWords.Meaning meaning = classWords.meaning(element);
        if (isRegion(element, tag, meaning)) {
            flush();
            Region opened = new Region(element, meaning, kind(tag, region), region, regions.size(), blocks.size());
            regions.add(opened);
            region = opened;
        }
        return FilterResult.CONTINUE;
    }

    @SuppressWarnings("ReferenceEquality") // the very element that opened the region closes it, not one like it
    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        Region open = region;
        if (open != null && open.element == element) {
            flush();
            open.close(blocks.size());
            region = open.parent;
        }
        switch (element.normalName()) {
            case "a" -> line.closeLink(leadsAway(element));
            default -> {
                // nothing was opened
            }
        }
        return FilterResult.CONTINUE;
    }

    private boolean isRegion(Element element, String tag, ClassWords.Meaning meaning) {
        return BLOCKS.contains(tag)
                || region == null
                || meaning == ClassWords.Meaning.ASIDE
                || (isCustom(tag) && !touchesText(element));
    }

    /// A name of the page's own making, which a style sheet may show as a line or as a block.
    private static boolean isCustom(String tag) {
        return tag.indexOf('-') > 0;
    }

    /// Whether text stands right before or behind the element, so that it is a part of a line.
    private static boolean touchesText(Element element) {
        return isText(element.previousSibling()) || isText(element.nextSibling());
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof TextNode text && !text.isBlank();
    }

    /// The text that stands in a button, or in the first element in it.
    private static String label(Element button) {
        String own = button.ownText();
        Element inner = own.isEmpty() ? button.firstElementChild() : null;
        return inner == null ? own : inner.ownText();
    }

    /// A template that browsers show in place of its parent's content.
    private static boolean isShadowRoot(Element element) {
        return element.normalName().equals("template")
                && (element.hasAttr("shadowrootmode") || element.hasAttr("shadowroot"));
    }

    /// A link to a place on the same page is no link in the sense of link density: headings often hold one to
    /// themselves.
    private static boolean leadsAway(Element link) {
        String address = link.attributes().get("href");
        return !address.isEmpty() && address.charAt(0) != '#';
    }

    private boolean inHeading() {
        return region != null && region.kind == BlockKind.HEADING;
    }

    private void breakLine() {
        if (inHeading()) {
            line.append(" ", false);
        } else if (line.endsWithBreak()) {
            flush();
        } else {
            line.lineBreak();
        }
    }

    private void flush() {
        if (region != null) {
            line.drain(region.kind, region, blocks);
        }
    }

    /// The kind that an element gives to the text in it; a bare wrapper gives that of the element around it.
    private static BlockKind kind(String tag, @Nullable Region around) {
        return switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> BlockKind.HEADING;
            case "li", "dd", "dt" -> BlockKind.LIST_ITEM;
            case "blockquote" -> BlockKind.QUOTE;
            case "tr" -> BlockKind.TABLE_ROW;
            case "pre" -> BlockKind.PREFORMATTED;
            case "article", "main", "section", "table" -> BlockKind.PARAGRAPH;
            default -> around == null ? BlockKind.PARAGRAPH : around.kind;
        };
    }
}
