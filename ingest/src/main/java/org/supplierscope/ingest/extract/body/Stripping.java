package org.supplierscope.ingest.extract.body;

import java.util.List;
import org.jsoup.nodes.Element;

/// Cleaning by meaning: which regions are not the article's text, told by element, role, style or class name.
///
/// Nothing that holds more than [#LARGEST_SHARE] of the page's running text is stripped, whatever its name says: names
/// such as `no-sidebar` or `has-comments` stand on wrappers of whole pages.
final class Stripping {

    /// Measured: below it, wrappers of the body are lost; above it, comments and teasers stay.
    private static final double LARGEST_SHARE = 0.25;

    private final boolean[] stripped;

    private Stripping(boolean[] stripped) {
        this.stripped = stripped;
    }

    /// Nothing stripped: the fall-back for pages whose names mislead.
    static Stripping none(Outline outline) {
        return new Stripping(new boolean[outline.regions().size()]);
    }

    /// What of the outline is not the article.
    static Stripping of(Outline outline, ClassWords classWords) {
        List<Region> regions = outline.regions();
        boolean[] stripped = new boolean[regions.size()];
        RunningWeight running = RunningWeight.of(outline);
        for (Region region : regions) {
            Region parent = region.parent;
            stripped[region.index] = parent != null
                    && (stripped[parent.index]
                            || saysAside(region, classWords) && running.in(region) <= LARGEST_SHARE * running.total());
        }
        return new Stripping(stripped);
    }

    boolean covers(Region region) {
        return stripped[region.index];
    }

    private static boolean saysAside(Region region, ClassWords classWords) {
        Element element = region.element;
        return switch (region.tag()) {
            case "nav", "aside", "footer", "form", "dialog", "menu", "address", "figcaption", "caption", "search" ->
                true;
            case "main", "article" -> false;
            default -> isHidden(element) || hasAsideRole(element) || classWords.marksAside(element);
        };
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty() && style.replace(" ", "").contains("display:none");
    }

    private static boolean hasAsideRole(Element element) {
        return switch (element.attr("role")) {
            case "navigation",
                    "banner",
                    "complementary",
                    "contentinfo",
                    "dialog",
                    "alertdialog",
                    "search",
                    "menu",
                    "tooltip",
                    "alert" -> true;
            default -> false;
        };
    }
}
