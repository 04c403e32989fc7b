package org.supplierscope.ingest.feed;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What an element of a feed has from those that it stands in: `xml:base` and `xml:lang`.
final class XmlScope {

    private XmlScope() {}

    /// What links in an element are relative to.
    ///
    /// @param document what the whole feed's are
    static URI base(Element element, URI document) {
        Deque<Element> path = new ArrayDeque<>();
        for (Element e = element; e != null; e = e.parent()) {
            path.push(e);
        }
        URI base = document;
        for (Element e : path) {
            base = within(base, e);
        }
        return base;
    }

    /// The base in an element, given that around it. One that is no web address is not heeded.
    static URI within(URI outer, Element element) {
        String own = element.attr("xml:base");
        URI base = own.isBlank() ? null : WebLinks.resolve(outer, own);
        return base == null ? outer : base;
    }

    /// The language that is declared for an element; null when none is, or when it is declared to be none.
    static @Nullable String language(Element element) {
        for (Element e = element; e != null; e = e.parent()) {
            if (e.hasAttr("xml:lang")) {
                return tag(e.attr("xml:lang"));
            }
        }
        return null;
    }

    /// A language as BCP 47 writes it; null when the text is none.
    static @Nullable String tag(@Nullable String text) {
        String tag = text == null ? "" : text.strip().replace('_', '-');
        boolean sound = tag.length() >= 2 && tag.length() <= 35;
        return sound && tag.chars().allMatch(c -> c == '-' || (c < 0x80 && Character.isLetterOrDigit(c))) ? tag : null;
    }
}
