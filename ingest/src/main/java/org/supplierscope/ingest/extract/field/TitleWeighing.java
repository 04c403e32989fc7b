package org.supplierscope.ingest.extract.field;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Weighs the title that the page gives against the feed's, and tells where it was found.
public final class TitleWeighing {

    /// Two titles with half of their words in common mean the same article.
    private static final double THE_SAME = 0.5;

    private TitleWeighing() {}

    /// The page's own title where the feed confirms it or a second place of the page does; else another of the
    /// page's titles that the feed confirms; else the feed's. So a headline that the publisher rewrote is kept,
    /// and the site's name or "News" in its place is not.
    ///
    /// @param chosen as [TitleChoice] chose; null when the page has none
    /// @param inFeed the feed's title; null when there is none
    /// @return null when neither knows
    public static @Nullable Found<String> weigh(
            @Nullable String chosen, @Nullable String inFeed, PageSurvey survey, StructuredArticle article) {
        List<Found<String>> sources = sources(survey, article);
        if (chosen == null) {
            return inFeed == null ? null : new Found<>(inFeed, Origin.FEED);
        }
        Found<String> ofPage = new Found<>(chosen, origin(chosen, sources));
        if (inFeed == null || Likeness.share(chosen, inFeed) > 0 || confirmations(chosen, sources) > 1) {
            return ofPage;
        }
        return sources.stream()
                .filter(source -> Likeness.share(source.value(), inFeed) >= THE_SAME)
                .findFirst()
                .orElseGet(() -> new Found<>(inFeed, Origin.FEED));
    }

    private static long confirmations(String title, List<Found<String>> sources) {
        return sources.stream()
                .filter(source -> Likeness.share(source.value(), title) >= THE_SAME)
                .count();
    }

    private static Origin origin(String title, List<Found<String>> sources) {
        return sources.stream()
                .filter(source -> source.value().contains(title))
                .findFirst()
                .map(Found::origin)
                .orElse(Origin.HTML);
    }

    private static List<Found<String>> sources(PageSurvey survey, StructuredArticle article) {
        List<Found<String>> sources = new ArrayList<>();
        survey.headings().forEach(heading -> sources.add(new Found<>(heading, Origin.HTML)));
        sources.add(new Found<>(article.headline(), Origin.JSON_LD));
        sources.add(new Found<>(survey.meta("og:title", "twitter:title"), Origin.OPENGRAPH));
        sources.add(new Found<>(survey.meta("dc.title", "headline", "title"), Origin.META));
        sources.add(new Found<>(survey.windowTitle(), Origin.HTML));
        return sources.stream().filter(source -> !source.value().isBlank()).toList();
    }
}
