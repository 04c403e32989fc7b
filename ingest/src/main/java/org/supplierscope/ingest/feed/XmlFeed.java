package org.supplierscope.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.feed.FeedReading.Feed;

/// Reads the feeds that are XML, or are meant to be. Each item is read when it ends and then let go, so that a
/// feed is never held as a whole tree.
final class XmlFeed {

    private static final Set<String> ROOTS = Set.of("rss", "rdf:rdf", "rdf", "feed", "channel");
    private static final Set<String> CONTAINERS = Set.of("rss", "rdf:rdf", "rdf", "feed", "channel", "items");
    private static final Set<String> ITEMS = Set.of("item", "entry");
    /// An item stands in at most a document, a root, a channel or two and a list.
    private static final int MAX_CONTAINERS = 6;

    private final FeedResponse response;
    private final String encoding;
    private final List<FeedItem> items = new ArrayList<>();
    private int left;

    private XmlFeed(FeedResponse response, String encoding) {
        this.response = response;
        this.encoding = encoding;
    }

    /// Reads a feed, however damaged.
    static FeedReading read(DecodedFeed decoded, FeedResponse response) {
        return new XmlFeed(response, decoded.encoding()).read(XmlRepair.repair(decoded.text()));
    }

    private FeedReading read(String xml) {
        try (var parser = new StreamParser(Parser.xmlParser().settings(ParseSettings.htmlDefault)).parse(xml, "")) {
            Iterator<Element> elements = parser.iterator();
            while (elements.hasNext()) {
                Element element = elements.next();
                String local = element.tag().localName();
                if (ITEMS.contains(local) && isItem(element)) {
                    take(element);
                }
            }
            Document document = parser.document();
            for (Element root : document.children()) {
                if (ROOTS.contains(Vocabulary.name(root))) {
                    return new Feed(channel(root), items, left);
                }
            }
            Element first = document.firstElementChild();
            return FeedReader.notAFeed(first == null ? "it has no element" : "it begins with " + shown(first));
        }
    }

    private void take(Element element) {
        if (items.size() < FeedReader.MAX_ITEMS) {
            items.add(item(element));
        } else {
            left++;
        }
        element.remove();
    }

    private static boolean isItem(Element element) {
        if (!ITEMS.contains(Vocabulary.name(element))) {
            return false;
        }
        int containers = 0;
        Element container = element.parent();
        while (container != null && !(container instanceof Document)) {
            if (++containers > MAX_CONTAINERS || !CONTAINERS.contains(Vocabulary.name(container))) {
                return false;
            }
            container = container.parent();
        }
        return containers > 0;
    }

    private FeedItem item(Element element) {
        var fields = new Fields(response.base(), isAtom(element));
        fields.add(element);
        var links = new FeedLinks(element, fields);
        String[] texts = {
            "content:encoded",
            "content",
            "xhtml:body",
            "body",
            "xhtml:div",
            "fullitem",
            "description",
            "summary",
            "abstract",
            "dc:description",
            "dcterms:abstract",
            "itunes:summary",
            "media:description",
            "itunes:subtitle"
        };
        return new FeedItem(
                fields.markup("title", "dc:title", "itunes:title", "media:title"),
                links.alternate(),
                links.guid(),
                fields.date("published", "pubdate", "issued", "dcterms:issued", "dcterms:available"),
                updated(element, fields),
                fields.person("author", "dc:creator", "dc:author", "itunes:author", "managingeditor", "dc:contributor"),
                fields.markup(texts),
                language(fields, element, texts));
    }

    private FeedChannel channel(Element root) {
        var fields = new Fields(response.base(), isAtom(root));
        Element described = root;
        fields.add(root);
        for (Element child : root.children()) {
            if (Vocabulary.name(child).equals("channel")) {
                fields.add(child);
                described = child;
            }
        }
        var links = new FeedLinks(described, fields);
        String language = XmlScope.tag(fields.line("language", "dc:language"));
        language = language == null ? XmlScope.language(described) : language;
        List<URI> hubs = links.related("hub");
        List<URI> self = links.related("self");
        return new FeedChannel(
                fields.markup("title", "dc:title", "itunes:title", "media:title"),
                links.alternate(),
                links.guid(),
                fields.markup(
                        "description",
                        "subtitle",
                        "tagline",
                        "info",
                        "abstract",
                        "dc:description",
                        "itunes:summary",
                        "itunes:subtitle",
                        "feedburner:browserfriendly",
                        "media:description"),
                fields.person("author", "managingeditor", "dc:creator", "dc:author", "itunes:author"),
                language == null ? XmlScope.tag(response.contentLanguage()) : language,
                fields.date("published", "pubdate", "issued", "dcterms:issued"),
                updated(described, fields),
                self.isEmpty() ? headerLink("self") : self.getFirst(),
                hubs.isEmpty() ? WebLinks.ofHeader(response.link(), "hub", response.base()) : hubs,
                timeToLive(fields.line("ttl")),
                encoding);
    }

    private @Nullable URI headerLink(String relation) {
        return WebLinks.ofHeader(response.link(), relation, response.base()).stream()
                .findFirst()
                .orElse(null);
    }

    private static java.time.@Nullable Instant updated(Element element, Fields fields) {
        java.time.Instant updated =
                fields.date("updated", "modified", "lastbuilddate", "dcterms:modified", "dc:date", "dcterms:created");
        String attribute = element.attr("lastmod");
        return updated == null && !attribute.isEmpty() ? FeedDates.read(attribute) : updated;
    }

    /// The language of the content, or else what the item says of itself.
    private static @Nullable String language(Fields fields, Element item, String[] texts) {
        Element content = fields.withText(texts);
        String language = XmlScope.language(content == null ? item : content);
        return language == null ? XmlScope.tag(fields.line("dc:language", "language")) : language;
    }

    private static boolean isAtom(Element element) {
        String name = Vocabulary.name(element);
        return name.equals("feed") || name.equals("entry");
    }

    /// Minutes, by the definition of RSS 2.0.
    private static @Nullable Duration timeToLive(@Nullable String minutes) {
        boolean number =
                minutes != null && minutes.length() <= 6 && minutes.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Duration.ofMinutes(Integer.parseInt(minutes)) : null;
    }

    /// The name of an element if it is one of ASCII letters, else none: nothing else of a body is ever shown.
    private static String shown(Element element) {
        String name = element.normalName();
        boolean plain = name.length() <= 30
                && name.chars().allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || c == ':'));
        return name.equals("html") ? "an HTML page" : plain ? "the element '" + name + "'" : "an unknown element";
    }
}
