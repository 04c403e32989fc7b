package org.supplierscope.ingest.extract.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Chooses the region that is the article's body.
final class RegionChooser {

    /// A child takes its parent's place while it holds at least this share of the parent's running text; 0.75
    /// and 0.9 measure a little worse on the labelled development pages.
    private static final double SHARE_TO_DESCEND = 0.85;
    /// A region that is named the body may be chosen at this share of the text of the region around it that is
    /// so named; at 0.5 one piece passes for a body cut in two, at 0.85 comments stay.
    private static final double SHARE_OF_NAMED_BODY = 0.7;

    /// The body on the page holds at least this share of the declared one, links and lists left aside.
    private static final double SHARE_OF_DECLARED = 0.7;

    private final Outline outline;
    private final RunningWeight running;

    RegionChooser(Outline outline, Stripping stripping) {
        this.outline = outline;
        this.running = RunningWeight.of(outline, stripping);
    }

    /// The body's region; the page's first when nothing stands out.
    ///
    /// @param declared where structured data say that the body starts, the chosen region must hold that place
    Region choose(DeclaredBody declared) {
        Region chosen = byWeight();
        int start = declared.startsAt(outline.blocks());
        if (start < 0 || (start >= chosen.first && start < chosen.end())) {
            return chosen;
        }
        Region around = outline.blocks().get(start).region();
        while (around.parent != null && running.in(around) < SHARE_OF_DECLARED * declared.weight()) {
            around = around.parent;
        }
        return around;
    }

    private Region byWeight() {
        Region chosen = named();
        @Nullable Region[] heaviest = heaviestChildren();
        for (Region child = heaviest[chosen.index];
                child != null && running.in(child) >= SHARE_TO_DESCEND * running.in(chosen) && running.in(child) > 0;
                child = heaviest[chosen.index]) {
            if (isParagraph(child)) {
                break;
            }
            chosen = child;
        }
        return !namesBody(chosen) ? chosen : joinedWithItsLike(chosen);
    }

    /// A body cut apart by advertisements: the ancestor, when regions of the same make hold nearly all of its
    /// text.
    private Region joinedWithItsLike(Region chosen) {
        Region joined = chosen;
        Region ancestor = chosen.parent;
        for (int level = 0; level < 3 && ancestor != null; level++, ancestor = ancestor.parent) {
            double alike = 0;
            int end = -1;
            for (int i = ancestor.index; i < outline.regions().size(); i++) {
                Region region = outline.regions().get(i);
                if (region.first >= ancestor.end()) {
                    break;
                }
                if (region.first >= end && isOfSameMake(region, chosen)) {
                    alike += running.in(region);
                    end = region.end();
                }
            }
            if (alike > running.in(chosen) && alike >= SHARE_TO_DESCEND * running.in(ancestor)) {
                joined = ancestor;
            }
        }
        return joined;
    }

    private static boolean isOfSameMake(Region one, Region other) {
        return one.tag().equals(other.tag())
                && !one.element.className().isEmpty()
                && one.element.className().equals(other.element.className());
    }

    private static boolean isParagraph(Region region) {
        return switch (region.tag()) {
            case "p", "li", "td", "tr", "blockquote", "pre" -> true;
            default -> false;
        };
    }

    private Region named() {
        Region named = outline.regions().getFirst();
        for (Region region : outline.regions()) {
            if (namesBody(region) && running.in(region) >= SHARE_OF_NAMED_BODY * running.in(named)) {
                named = region;
            }
        }
        return named;
    }

    private boolean namesBody(Region region) {
        return region.tag().equals("article")
                || region.tag().equals("main")
                || region.element.attributes().get("itemprop").contains("articleBody")
                || region.meaning == ClassWords.Meaning.BODY;
    }

    private @Nullable Region[] heaviestChildren() {
        List<Region> regions = outline.regions();
        @Nullable Region[] heaviest = new Region[regions.size()];
        for (Region region : regions) {
            Region parent = region.parent;
            if (parent == null) {
                continue;
            }
            Region best = heaviest[parent.index];
            if (best == null || running.in(region) > running.in(best)) {
                heaviest[parent.index] = region;
            }
        }
        return heaviest;
    }
}
