package org.supplierscope.ingest.opml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.opml.OpmlReading.NotAList;
import org.supplierscope.ingest.opml.OpmlReading.Subscription;
import org.supplierscope.ingest.opml.OpmlReading.Subscriptions;

/// Reads OPML. Time and memory are linear in the file; folders, however deep, are walked without recursion and
/// flattened.
public final class OpmlReader {

    /// A list that a person or another reader kept is far smaller; a larger one is a list of targets.
    public static final int MAX_SUBSCRIPTIONS = 10_000;

    private static final int MAX_PROBLEMS = 100;
    private static final int MAX_NAME = 300;
    private static final int SHOWN = 120;

    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int leftOut;
    private int repeated;

    private OpmlReader() {}

    /// Reads a file's bytes, in the encoding that its BOM or XML declaration names, else UTF-8.
    public static OpmlReading read(byte[] file) {
        if (file.length == 0) {
            return new NotAList("the file is empty");
        }
        try {
            Document document = Jsoup.parse(
                    new ByteArrayInputStream(file), null, "", Parser.xmlParser().setTrackPosition(true));
            return new OpmlReader().read(document, isCut(file));
        } catch (IOException | RuntimeException e) {
            return new NotAList("the file cannot be read as XML: " + e.getMessage());
        }
    }

    /// Whether no end of the list follows its last entry: a mended tree does not tell. In every encoding of XML
    /// in use these letters are the bytes of ASCII, with zeros between them in some.
    private static boolean isCut(byte[] file) {
        String letters =
                new String(file, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
        return letters.lastIndexOf("</opml") < letters.lastIndexOf("<outline");
    }

    private OpmlReading read(Document document, boolean cut) {
        boolean opml = false;
        int outlines = 0;
        for (Node node = document; node != null; node = next(node)) {
            if (node instanceof Element element) {
                opml |= name(element).equals("opml");
                if (opml && name(element).equals("outline")) {
                    outlines++;
                    take(element);
                }
            }
        }
        if (!opml) {
            return new NotAList("the file is not OPML: it has no <opml> element");
        }
        if (outlines == 0) {
            return new NotAList("the file has no <outline> element, so it names no feed");
        }
        return new Subscriptions(List.copyOf(subscriptions), List.copyOf(problems), leftOut, repeated, cut);
    }

    /// The next node in the order of the file.
    private static @Nullable Node next(Node node) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        Node at = node;
        while (at != null && at.nextSibling() == null) {
            at = at.parent();
        }
        return at == null ? null : at.nextSibling();
    }

    private void take(Element outline) {
        String feed = attribute(outline, "xmlurl");
        if (feed.isEmpty()) {
            if (attribute(outline, "type").equalsIgnoreCase("rss")) {
                leave(outline, "says that it is a feed and gives no address (xmlUrl)");
            }
            return;
        }
        CanonicalAddress address = CanonicalAddress.parse(feed);
        if (address == null) {
            leave(outline, "its xmlUrl is not a full http or https address: " + shown(feed));
        } else if (known.contains(address.uri().toString())) {
            repeated++;
        } else if (subscriptions.size() >= MAX_SUBSCRIPTIONS) {
            leave(outline, "the file has more than " + MAX_SUBSCRIPTIONS + " feeds");
        } else {
            known.add(address.uri().toString());
            subscriptions.add(new Subscription(nameOf(outline, address), address.uri(), home(outline)));
        }
    }

    private static String nameOf(Element outline, CanonicalAddress address) {
        for (String key : List.of("title", "text")) {
            String name =
                    attribute(outline, key).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (!name.isEmpty()) {
                return name.length() <= MAX_NAME
                        ? name
                        : name.substring(0, MAX_NAME).strip();
            }
        }
        return address.authority();
    }

    private static @Nullable URI home(Element outline) {
        CanonicalAddress home = CanonicalAddress.parse(attribute(outline, "htmlurl"));
        return home == null ? null : home.uri();
    }

    private void leave(Element outline, String problem) {
        leftOut++;
        if (problems.size() < MAX_PROBLEMS) {
            problems.add("line " + outline.sourceRange().start().lineNumber() + ": " + problem);
        }
    }

    private static String name(Element element) {
        return element.tagName().toLowerCase(Locale.ROOT);
    }

    /// Attribute names are written in every case in the wild, though XML tells them apart.
    private static String attribute(Element element, String name) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().equalsIgnoreCase(name)) {
                return attribute.getValue().strip();
            }
        }
        return "";
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
