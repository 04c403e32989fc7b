package org.supplierscope.ingest.extract.field;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the publication's name: `og:site_name`, then the publisher of JSON-LD, then the application's name.
public final class SiteNameChoice {

    private static final int LONGEST = 80;

    private SiteNameChoice() {}

    /// The name, or null when the page gives none of a sane length.
    public static @Nullable Found<String> choose(PageSurvey survey, StructuredArticle article) {
        List<Found<String>> sources = List.of(
                new Found<>(survey.meta("og:site_name"), Origin.OPENGRAPH),
                new Found<>(article.publisher(), Origin.JSON_LD),
                new Found<>(survey.meta("application-name", "apple-mobile-web-app-title"), Origin.META));
        for (Found<String> source : sources) {
            String name = source.value().strip();
            if (!name.isEmpty() && name.length() <= LONGEST && !name.contains("://")) {
                return new Found<>(name, source.origin());
            }
        }
        return null;
    }
}
