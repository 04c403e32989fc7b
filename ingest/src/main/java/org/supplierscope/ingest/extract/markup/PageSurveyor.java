package org.supplierscope.ingest.extract.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey.AuthorMark;
import org.supplierscope.ingest.extract.markup.PageSurvey.TimeMark;

/// Collects a [PageSurvey] in one walk over the document.
public final class PageSurveyor implements NodeVisitor {

    /// No title, name or date is longer; a microdata body is not wanted here.
    private static final int LONGEST_TEXT = 300;
    /// Each kind of mark is kept at most this often: a list page has thousands.
    private static final int MOST = 100;

    private final Map<String, List<String>> metas = new LinkedHashMap<>();
    private final Map<String, List<String>> links = new HashMap<>();
    private final Map<String, List<String>> properties = new HashMap<>();
    private final List<String> structured = new ArrayList<>();
    private final List<TimeMark> times = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<AuthorMark> authors = new ArrayList<>();
    private final PageMarksCollector marks = new PageMarksCollector();
    private String language = "";
    private String windowTitle = "";

    private PageSurveyor() {}

    /// What the document says about itself.
    public static PageSurvey survey(Document document) {
        var surveyor = new PageSurveyor();
        document.traverse(surveyor);
        return new PageSurvey(
                surveyor.metas,
                surveyor.links,
                surveyor.properties,
                surveyor.structured,
                surveyor.times,
                surveyor.headings,
                surveyor.authors,
                surveyor.language,
                surveyor.windowTitle,
                surveyor.marks.marks());
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "html" -> language = element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang");
            case "title" -> windowTitle = windowTitle.isEmpty() ? shortText(element) : windowTitle;
            case "meta" -> meta(element);
            case "link" -> link(element);
            case "script" -> script(element);
            case "h1" -> add(headings, shortText(element));
            case "time" -> {
                if (times.size() < MOST) {
                    times.add(new TimeMark(element.attr("datetime").strip(), shortText(element)));
                }
            }
            default -> {
                // only its attributes may tell something
            }
        }
        marks.see(element);
        if (element.attributesSize() > 0) {
            properties(element);
            author(element);
        }
    }

    private void meta(Element element) {
        String content = element.attr("content");
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            if (element.hasAttr(attribute)) {
                put(metas, element.attr(attribute), content);
            }
        }
    }

    private void link(Element element) {
        for (String relation : element.attr("rel").split("\\s+", -1)) {
            put(links, relation, element.attr("href"));
        }
    }

    private void script(Element element) {
        if (structured.size() < MOST
                && element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            structured.add(element.data());
        }
    }

    private void properties(Element element) {
        String names = element.attributes().get("itemprop");
        if (names.isEmpty() || element.normalName().equals("meta")) {
            return;
        }
        String value = element.hasAttr("content")
                ? element.attr("content")
                : element.hasAttr("datetime") ? element.attr("datetime") : shortText(element);
        for (String name : names.split("\\s+", -1)) {
            put(properties, name, value.strip());
        }
    }

    private void author(Element element) {
        if (authors.size() >= MOST) {
            return;
        }
        if (element.attributes().get("rel").contains("author")) {
            authors.add(new AuthorMark(shortText(element), true));
        } else if (namesByline(element.attributes().get("class"))
                || namesByline(element.attributes().get("id"))) {
            authors.add(new AuthorMark(shortText(element), false));
        }
    }

    /// In any case of the first letter, without the cost of lower-casing every name of the page.
    private static boolean namesByline(String name) {
        return name.contains("yline") || name.contains("uthor");
    }

    private static void put(Map<String, List<String>> map, String name, String value) {
        if (!value.isBlank()) {
            add(map.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>()), value);
        }
    }

    private static void add(List<String> list, String value) {
        if (list.size() < MOST && !value.isBlank()) {
            list.add(value.strip());
        }
    }

    /// The element's text, white space folded, cut after [#LONGEST_TEXT] characters; no recursion, bounded
    /// work.
    private static String shortText(Element element) {
        return shortText(element, LONGEST_TEXT);
    }

    /// The same with another bound.
    static String shortText(Element element, int longest) {
        var text = new StringBuilder();
        @Nullable Node node = element;
        int visited = 0;
        while (node != null && text.length() < longest && visited < longest) {
            visited++;
            if (node instanceof TextNode chunk) {
                String whole = chunk.getWholeText();
                text.append(whole, 0, Math.min(whole.length(), longest));
            } else if (node instanceof Element inner
                    && (inner.isBlock() || inner.normalName().equals("br"))) {
                text.append(' ');
            }
            node = next(node, element);
        }
        return text.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    @SuppressWarnings("ReferenceEquality") // the walk ends at the very node where it began
    private static @Nullable Node next(Node node, Element root) {
        boolean silent = node instanceof Element element
                && (element.normalName().equals("script")
                        || element.normalName().equals("style"));
        if (node.childNodeSize() > 0 && !silent) {
            return node.childNode(0);
        }
        for (Node at = node; at != null && at != root; at = at.parentNode()) {
            Node sibling = at.nextSibling();
            if (sibling != null) {
                return sibling;
            }
        }
        return null;
    }
}
