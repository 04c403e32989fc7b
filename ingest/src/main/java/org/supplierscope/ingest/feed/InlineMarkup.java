package org.supplierscope.ingest.feed;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jsoup.select.NodeVisitor;

/// Writes markup that stands in a feed as XML in the way of HTML: names without prefixes, and links that follow
/// an `xml:base` of their own made absolute.
final class InlineMarkup implements NodeVisitor {

    private static final Set<String> LINKS = Set.of("href", "src", "cite", "poster");

    private final boolean escaping;
    private final Deque<URI> bases = new ArrayDeque<>();
    private final StringBuilder html = new StringBuilder();

    private InlineMarkup(boolean escaping, URI base) {
        this.escaping = escaping;
        bases.push(base);
    }

    /// The markup in an element.
    ///
    /// @param escaping whether its texts are text; false when they are HTML themselves
    /// @param base what its links are relative to
    static String of(Element container, boolean escaping, URI base) {
        var writer = new InlineMarkup(escaping, base);
        container.traverse(writer);
        return writer.html.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            html.append(escaping ? Entities.escape(text.getWholeText()) : text.getWholeText());
        } else if (node instanceof Element element && depth > 0) {
            bases.push(XmlScope.within(bases.element(), element));
            if (isName(name(element))) {
                html.append('<').append(name(element));
                element.attributes().forEach(this::append);
                html.append('>');
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && depth > 0) {
            bases.pop();
            String name = name(element);
            if (isName(name) && !Tag.valueOf(name).isEmpty()) {
                html.append("</").append(name).append('>');
            }
        }
    }

    private void append(Attribute attribute) {
        String name = attribute.getKey();
        if (isName(name)) {
            String value = LINKS.contains(name) ? link(attribute.getValue()) : attribute.getValue();
            html.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(Entities.escape(value))
                    .append('"');
        }
    }

    /// The cleaner resolves what is relative to the container; this is for what is relative to less than it.
    private String link(String link) {
        URI base = bases.element();
        URI resolved = base.equals(bases.getLast()) ? null : WebLinks.resolve(base, link);
        return resolved == null ? link : resolved.toString();
    }

    private static String name(Element element) {
        return element.tag().localName();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
                && Character.isLetter(name.charAt(0));
    }
}
