package org.supplierscope.ingest.extract.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Collects [PageMarks] from the elements of a page, shown one by one in page order.
final class PageMarksCollector {

    private static final Set<String> PAYWALL_CLASSES = WordList.read("markup/paywall-classes.txt");
    private static final int MOST = 30;
    private static final int LONGEST_BUTTON = 80;
    private static final int LONGEST_WITHOUT_SCRIPT = 1000;
    /// Levels up to which a `figure`, `article` or `main` around an image is looked for.
    private static final int LEVELS = 12;
    /// An element's class names are looked at up to here: real ones are shorter.
    private static final int LONGEST_NAME = 300;

    private final List<String> tags = new ArrayList<>();
    private final List<PageMarks.Image> images = new ArrayList<>();
    private final List<String> buttons = new ArrayList<>();
    private final StringBuilder withoutScript = new StringBuilder();
    private List<String> bodyClasses = List.of();
    private int passwords;
    private int players;
    private int figures;
    private boolean paywall;

    void see(Element element) {
        switch (element.normalName()) {
            case "body" -> bodyClasses = words(element.className());
            case "a" -> tagLink(element);
            case "img" -> image(element);
            case "button" -> {
                if (buttons.size() < MOST) {
                    buttons.add(PageSurveyor.shortText(element, LONGEST_BUTTON));
                }
            }
            case "input" -> input(element);
            case "video", "iframe" -> players++;
            case "figure" -> figures++;
            case "noscript" -> withoutScript(element);
            case "div", "section", "aside", "article" ->
                paywall = paywall
                        || namesPaywall(element.attributes().get("class"))
                        || namesPaywall(element.attributes().get("id"));
            default -> {
                // only its name may tell something
            }
        }
    }

    PageMarks marks() {
        return new PageMarks(
                bodyClasses,
                tags,
                images,
                buttons,
                withoutScript.toString().strip(),
                passwords,
                players,
                figures,
                paywall);
    }

    private void tagLink(Element link) {
        String relation = link.attributes().get("rel");
        if (tags.size() < MOST && !relation.isEmpty() && words(relation).contains("tag")) {
            tags.add(PageSurveyor.shortText(link, LONGEST_BUTTON));
        }
    }

    private void input(Element input) {
        switch (input.attr("type").toLowerCase(Locale.ROOT)) {
            case "password" -> passwords++;
            case "submit", "button" -> {
                String label = input.attr("value");
                if (buttons.size() < MOST && !label.isBlank() && label.length() <= LONGEST_BUTTON) {
                    buttons.add(label.strip());
                }
            }
            default -> {
                // tells nothing
            }
        }
    }

    /// Scripts put the real address elsewhere until the image is scrolled to.
    private void image(Element image) {
        if (images.size() >= MOST || !inArticle(image)) {
            return;
        }
        for (String attribute : List.of("data-src", "data-original", "data-lazy-src", "src")) {
            String address = image.attr(attribute).strip();
            if (!address.isEmpty() && !address.startsWith("data:")) {
                images.add(new PageMarks.Image(address, pixels(image.attr("width"))));
                return;
            }
        }
    }

    private static boolean inArticle(Element image) {
        @Nullable Element at = image.parent();
        for (int level = 0; at != null && level < LEVELS; level++, at = at.parent()) {
            switch (at.normalName()) {
                case "figure", "article", "main" -> {
                    return true;
                }
                case "aside", "nav", "header", "footer" -> {
                    return false;
                }
                default -> {
                    // one level up
                }
            }
        }
        return false;
    }

    private static int pixels(String width) {
        int digits = 0;
        while (digits < width.length() && digits < 5 && Character.digit(width.charAt(digits), 10) >= 0) {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(width.substring(0, digits));
    }

    private void withoutScript(Element element) {
        for (Node node : element.childNodes()) {
            if (withoutScript.length() >= LONGEST_WITHOUT_SCRIPT) {
                return;
            }
            if (node instanceof TextNode text) {
                withoutScript
                        .append(' ')
                        .append(
                                text.getWholeText(),
                                0,
                                Math.min(500, text.getWholeText().length()));
            } else if (node instanceof Element child) {
                withoutScript.append(' ').append(PageSurveyor.shortText(child, 500));
            }
        }
    }

    private static boolean namesPaywall(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || !mayNamePaywall(name)) {
            return false;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String mark : PAYWALL_CLASSES) {
            if (lower.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /// Part of every entry of the list: spares lower-casing nearly every name of the page.
    private static boolean mayNamePaywall(String name) {
        return name.contains("all") || name.contains("ock") || name.contains("nly") || name.contains("iano");
    }

    private static List<String> words(String names) {
        return names.isBlank() || names.length() > 4000
                ? List.of()
                : List.of(names.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
    }
}
