package org.supplierscope.ingest.feed;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Where a channel or an item leads, and what it is called.
final class FeedLinks {

    private final Element owner;
    private final Fields fields;

    FeedLinks(Element owner, Fields fields) {
        this.owner = owner;
        this.fields = fields;
    }

    /// The page that the owner stands for; null when it names none.
    @Nullable
    URI alternate() {
        URI link = null;
        for (Element element : fields.all("link")) {
            boolean alternate =
                    relation(element).equals("alternate") || relation(element).isEmpty();
            URI target = alternate ? target(element) : null;
            if (target != null && (link == null || isPage(element))) {
                link = target;
                if (isPage(element)) {
                    break;
                }
            }
        }
        return link == null ? otherwise() : link;
    }

    /// The links of a relation, whatever vocabulary they are written in.
    List<URI> related(String relation) {
        List<URI> links = new ArrayList<>();
        for (Element element : fields.all("link")) {
            URI target = relation(element).equals(relation) ? target(element) : null;
            if (target != null) {
                links.add(target);
            }
        }
        return links;
    }

    /// The owner's name for itself; null when it has none. One that is unmistakably relative is made absolute.
    @Nullable
    String guid() {
        for (String name : new String[] {"guid", "id", "dc:identifier"}) {
            for (Element element : fields.all(name)) {
                String text = element.wholeText().strip();
                if (!text.isEmpty()) {
                    return absolute(element, text);
                }
            }
        }
        String about = owner.attr("rdf:about").strip();
        return about.isEmpty() ? null : absolute(owner, about);
    }

    /// For want of a link: the address that the element has as an attribute, or a name that is an address.
    private @Nullable URI otherwise() {
        for (String attribute : new String[] {"href", "rdf:about"}) {
            String text = owner.attr(attribute);
            URI link = text.isBlank() ? null : WebLinks.resolve(fields.base(owner), text);
            if (link != null) {
                return link;
            }
        }
        for (String name : new String[] {"guid", "id"}) {
            for (Element element : fields.all(name)) {
                String text = element.wholeText().strip();
                boolean permanent = !element.attr("ispermalink").equalsIgnoreCase("false");
                if (permanent && (text.startsWith("/") || text.regionMatches(true, 0, "http", 0, 4))) {
                    return WebLinks.resolve(fields.base(element), text);
                }
            }
        }
        return null;
    }

    private @Nullable URI target(Element link) {
        String href = link.attr("href");
        String text = href.isBlank() ? link.wholeText() : href;
        return text.isBlank() ? null : WebLinks.resolve(fields.base(link), text);
    }

    private String absolute(Element element, String name) {
        boolean relative = name.startsWith("/") || name.startsWith("./") || name.startsWith("../");
        URI resolved = relative ? WebLinks.resolve(fields.base(element), name) : null;
        return resolved == null ? name : resolved.toString();
    }

    private static String relation(Element link) {
        return link.attr("rel").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isPage(Element link) {
        String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.startsWith("text/html") || type.startsWith("application/xhtml");
    }
}
