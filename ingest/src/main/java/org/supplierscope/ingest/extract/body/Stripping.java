package org.supplierscope.ingest.extract.body;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.supplierscope.ingest.extract.markup.WordList;

/// Cleaning by meaning: which regions are not the article's text, told by element, role, style, microdata or
/// class name.
///
/// Nothing that holds more than [#LARGEST_NAMED] of the page's running text is stripped for its name: names
/// such as
/// `no-sidebar` or `has-comments` stand on wrappers of whole pages. Such a region is a suspect: it weighs less
/// when the body is chosen, and its suspect parts are kept.
final class Stripping {

    /// Any share from 0.2 to 0.35 measures alike on the labelled development pages.
    private static final double LARGEST_NAMED = 0.25;
    /// Elements and roles mean what they say more often than names do; at 0.25 a point of precision is lost,
    /// and more than 0.5 changes nothing.
    private static final double LARGEST_DECLARED = 0.5;

    private static final Set<String> ASIDE_PROPERTIES = WordList.read("body/aside-properties.txt");

    private final boolean[] stripped;
    private final boolean[] suspect;

    private Stripping(int regions) {
        stripped = new boolean[regions];
        suspect = new boolean[regions];
    }

    /// Nothing stripped.
    static Stripping none(Outline outline) {
        return new Stripping(outline.regions().size());
    }

    /// Nothing stripped but the foot of the page: for pages whose names mislead.
    static Stripping footOnly(Outline outline) {
        var stripping = none(outline);
        Region foot = PageFoot.find(outline, RunningWeight.of(outline));
        if (foot != null) {
            for (int i = foot.index;
                    i < outline.regions().size() && isWithin(outline.regions().get(i), foot);
                    i++) {
                stripping.stripped[i] = true;
            }
        }
        return stripping;
    }

    /// What of the outline is not the article.
    static Stripping of(Outline outline) {
        List<Region> regions = outline.regions();
        var stripping = new Stripping(regions.size());
        RunningWeight running = RunningWeight.of(outline);
        Region foot = PageFoot.find(outline, running);
        boolean[] threads = ReaderThreads.find(outline, running);
        boolean[] teasers = Teasers.find(outline, running);
        for (Region region : regions) {
            Region parent = region.parent;
            if (parent == null) {
                continue;
            }
            double share = running.in(region) / Math.max(1, running.total());
            boolean declared = declaresAside(region);
            boolean named = namesAside(region);
            stripping.stripped[region.index] = stripping.stripped[parent.index]
                    || teasers[region.index]
                    || threads[region.index]
                    || region.equals(foot)
                    || (declared && share <= LARGEST_DECLARED)
                    || (named && share <= LARGEST_NAMED);
            stripping.suspect[region.index] = stripping.suspect[parent.index] || declared || named;
        }
        return stripping;
    }

    /// Whether the region's text does not belong to the article.
    boolean covers(Region region) {
        return stripped[region.index];
    }

    /// Whether something speaks against the region, though not enough to strip it.
    boolean suspects(Region region) {
        return suspect[region.index];
    }

    /// For regions that are not before the other: of those the first that starts at its end is outside.
    private static boolean isWithin(Region region, Region other) {
        return region.equals(other) || (region.parent != null && region.parent.index >= other.index);
    }

    private static boolean declaresAside(Region region) {
        Element element = region.element;
        return switch (region.tag()) {
            case "nav", "aside", "footer", "form", "dialog", "menu", "address", "figcaption", "caption", "search" ->
                true;
            case "main", "body" -> false;
            default ->
                element.attributesSize() > 0 && (isHidden(element) || hasAsideRole(element) || isMetadata(element));
        };
    }

    private static boolean namesAside(Region region) {
        return switch (region.tag()) {
            case "main", "body" -> false;
            default -> region.meaning == ClassWords.Meaning.ASIDE;
        };
    }

    private static boolean isHidden(Element element) {
        if (element.attributes().hasKey("hidden")) {
            return true;
        }
        String style = element.attributes().get("style");
        return !style.isEmpty() && style.replace(" ", "").contains("display:none");
    }

    private static boolean hasAsideRole(Element element) {
        return switch (element.attributes().get("role")) {
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

    private static boolean isMetadata(Element element) {
        String property = element.attributes().get("itemprop");
        return !property.isEmpty() && ASIDE_PROPERTIES.contains(property);
    }
}
