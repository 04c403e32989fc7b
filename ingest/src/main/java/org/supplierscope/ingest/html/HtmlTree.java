package org.supplierscope.ingest.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;

/// Reads HTML into a tree that is no larger than its text gives reason for, whatever stands in it.
///
/// By the standard a paragraph opens anew whatever was open in the one before it, up to a dozen elements for
/// eight characters, and the parser fails where that goes deeper than it was told to go. No honest text comes
/// near either. A text that does is read a second time without what is opened anew: its links, bold letters and
/// the like; all its words stay.
public final class HtmlTree {

    /// Elements per character: the shortest that holds text at all, such as `<p>x`, takes four characters.
    private static final int CHARACTERS_OF_AN_ELEMENT = 4;
    /// What every tree has, and short texts may have more of.
    private static final int ALWAYS_ALLOWED = 1000;

    /// The formatting elements of the HTML standard, section 13.2.4.2.
    private static final Pattern FORMATTING = Pattern.compile(
            "<(/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    /// Tags that a text may have for its tree to be measured when it stands: no tag opens anew more than a
    /// dozen elements or moves more than twice as many, so that even a hostile text takes some megabytes before
    /// it is thrown away. Nearly all pages have fewer (the median of news is 1,500, the most 6,000). Measuring
    /// while the tree grows takes a sixth of the time more, afterwards a thirtieth.
    private static final int FEW_TAGS = 10_000;

    private HtmlTree() {}

    /// The tree. No text makes it throw.
    ///
    /// @param base what links are relative to; empty when unknown
    /// @param maxDepth from 1; deeper elements become siblings
    public static Document read(String html, String base, int maxDepth) {
        int most = html.length() / CHARACTERS_OF_AN_ELEMENT + ALWAYS_ALLOWED;
        Document tree = hasFewTags(html)
                ? measuredAfter(html, base, maxDepth, most)
                : measuredMeanwhile(html, base, maxDepth, most);
        return tree == null
                ? parser(maxDepth).parseInput(FORMATTING.matcher(html).replaceAll("<$1span"), base)
                : tree;
    }

    private static boolean hasFewTags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && tags <= FEW_TAGS; at = html.indexOf('<', at + 1)) {
            tags++;
        }
        return tags <= FEW_TAGS;
    }

    /// Null when the tree is out of proportion.
    private static @Nullable Document measuredAfter(String html, String base, int maxDepth, int most) {
        try {
            Document tree = parser(maxDepth).parseInput(html, base);
            return hasMore(tree, most) ? null : tree;
        } catch (IndexOutOfBoundsException e) {
            // The parser loses count (jsoup 1.24.1) when what it opens anew stands at the greatest depth.
            return null;
        }
    }

    private static boolean hasMore(Document tree, int most) {
        // Jsoup's own walks take several times as long.
        Deque<Node> open = new ArrayDeque<>();
        open.add(tree);
        for (int elements = 0; !open.isEmpty(); elements++) {
            if (elements > most) {
                return true;
            }
            Node element = open.removeLast();
            for (int i = 0; i < element.childNodeSize(); i++) {
                if (element.childNode(i) instanceof Element child) {
                    open.add(child);
                }
            }
        }
        return false;
    }

    /// Null when the tree grows out of proportion.
    private static @Nullable Document measuredMeanwhile(String html, String base, int maxDepth, int most) {
        try (var reading = new StreamParser(parser(maxDepth)).parse(html, base)) {
            Iterator<Element> closed = reading.iterator();
            for (int elements = 0; closed.hasNext(); elements++) {
                if (elements > most) {
                    return null;
                }
                closed.next();
            }
            return reading.document();
        } catch (IndexOutOfBoundsException e) {
            // As above.
            return null;
        }
    }

    private static Parser parser(int maxDepth) {
        return Parser.htmlParser().setMaxDepth(maxDepth);
    }
}
