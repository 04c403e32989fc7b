package org.supplierscope.ingest.extract.field;

import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the publication's name: `og:site_name`, then the publisher of JSON-LD, then the application's name.
public final class SiteNameChoice {

    private static final int LONGEST = 80;

    private SiteNameChoice() {}

    /// The name, or null when the page gives none of a sane length.
    public static @Nullable String choose(PageSurvey survey, StructuredArticle article) {
        String[] sources = {
            survey.meta("og:site_name"),
            article.publisher(),
            survey.meta("application-name", "apple-mobile-web-app-title")
        };
        for (String name : sources) {
            if (!name.isBlank() && name.length() <= LONGEST && !name.contains("://")) {
                return name.strip();
            }
        }
        return null;
    }
}
