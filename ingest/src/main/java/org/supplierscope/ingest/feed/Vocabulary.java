package org.supplierscope.ingest.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/// What the elements of feeds are called, whatever prefix a feed gives them: a lower-case name, preceded by the
/// name of its vocabulary and a colon unless it is the feed's own.
final class Vocabulary {

    /// Elements of the formats themselves.
    private static final String OWN = "feed";

    private static final Map<String, String> BY_NAMESPACE = new HashMap<>();
    private static final Map<String, String> BY_PREFIX = new HashMap<>();

    static {
        for (String line : FeedResource.lines("namespaces.txt")) {
            String[] parts = line.split("\\s+", 2);
            BY_NAMESPACE.put(plain(parts[1]), parts[0]);
            BY_PREFIX.put(parts[0], parts[0]);
        }
    }

    private Vocabulary() {}

    /// The name of an element.
    static String name(Element element) {
        String local = element.tag().localName();
        String vocabulary = vocabulary(element);
        return vocabulary.equals(OWN) ? local : vocabulary + ":" + local;
    }

    /// A prefix that nobody declared means what it usually does. Without a prefix, an element of a namespace
    /// that nobody knows is the feed's own: many formats gave themselves a namespace.
    private static String vocabulary(Element element) {
        String prefix = element.tag().prefix();
        String namespace = plain(element.tag().namespace());
        if (!prefix.isEmpty() && !isDeclared(element)) {
            return BY_PREFIX.getOrDefault(prefix, "other");
        }
        String known = BY_NAMESPACE.get(namespace);
        if (known != null) {
            return known;
        }
        boolean asTheRoot = namespace.equals(plain(root(element).tag().namespace()));
        return prefix.isEmpty() || asTheRoot ? OWN : "other";
    }

    private static boolean isDeclared(Element element) {
        String declaration = "xmlns:" + element.tag().prefix();
        for (Element e = element; e != null; e = e.parent()) {
            if (e.hasAttr(declaration)) {
                return true;
            }
        }
        return false;
    }

    private static Element root(Element element) {
        Element root = element;
        for (Element parent = element.parent(); parent != null && parent.parent() != null; parent = parent.parent()) {
            root = parent;
        }
        return root;
    }

    /// Namespaces are compared without case and what feeds get wrong at their ends.
    private static String plain(String namespace) {
        String plain = namespace.strip().toLowerCase(Locale.ROOT);
        int from = plain.indexOf("://") < 0 ? 0 : plain.indexOf("://") + 3;
        boolean closed = plain.endsWith("/") || plain.endsWith("#");
        return plain.substring(from, closed ? Math.max(from, plain.length() - 1) : plain.length());
    }
}
