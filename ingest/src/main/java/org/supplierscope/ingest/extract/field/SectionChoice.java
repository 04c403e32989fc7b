package org.supplierscope.ingest.extract.field;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the section: `article:section`, JSON-LD `articleSection`, other `meta` elements, microdata, then the
/// bread crumbs between the front page and the article.
public final class SectionChoice {

    private static final int LONGEST = 100;
    private static final double THE_ARTICLE = 0.6;
    private static final String[] METAS = {
        "og:article:section", "parsely-section", "cxenseparse:articlesection", "sailthru.section", "section", "category"
    };

    private SectionChoice() {}

    /// One line; null when the page names none.
    ///
    /// @param title the article's title, which often ends the bread crumbs; null when unknown
    public static @Nullable Found<String> choose(PageSurvey survey, StructuredArticle article, @Nullable String title) {
        List<Found<String>> sources = new ArrayList<>();
        sources.add(new Found<>(survey.meta("article:section"), Origin.OPENGRAPH));
        sources.add(new Found<>(article.details().section(), Origin.JSON_LD));
        for (String name : METAS) {
            sources.add(new Found<>(survey.meta(name), Origin.ofMeta(name)));
        }
        sources.add(new Found<>(survey.property("articlesection"), Origin.MICRODATA));
        sources.add(new Found<>(crumb(article.details().crumbs(), title), Origin.JSON_LD));
        for (Found<String> source : sources) {
            String section = PlainText.line(source.value(), LONGEST);
            if (section != null
                    && !section.contains("://")
                    && section.chars().anyMatch(Character::isLetter)
                    && section.chars().noneMatch(c -> c == '{')) {
                return new Found<>(section, source.origin());
            }
        }
        return null;
    }

    /// The one behind the front page; a trail of which only the front page and the article are left names none.
    private static String crumb(List<String> crumbs, @Nullable String title) {
        List<String> between = new ArrayList<>(crumbs);
        if (!between.isEmpty() && title != null && Likeness.share(between.getLast(), title) >= THE_ARTICLE) {
            between.removeLast();
        }
        return between.size() < 2 ? "" : between.get(1);
    }
}
