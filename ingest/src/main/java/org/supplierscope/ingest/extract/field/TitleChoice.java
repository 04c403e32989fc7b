package org.supplierscope.ingest.extract.field;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the title among `h1`, JSON-LD headline, `og:title` and `title`.
///
/// What readers see wins: on news pages a single `h1` is right nine times in ten, the headline of JSON-LD three
/// times in
/// four, the others less. So, in this order: the only `h1`, unless it is the site's name or shares no word with
/// any other source; the `h1` that another source confirms best; a source that another confirms; the first
/// there is. A trailing site name is cut off, and a title that was cut short is taken from the source that has
/// it whole.
public final class TitleChoice {

    /// Two titles with half of their words in common mean the same article.
    private static final double CONFIRMED = 0.5;

    private static final int CUT_AT = 100;

    private TitleChoice() {}

    /// The title in one line; null when the page has none.
    ///
    /// @param siteName the site's name, which is cut off; null when unknown
    public static @Nullable String choose(PageSurvey survey, StructuredArticle article, @Nullable String siteName) {
        var suffix = new SiteSuffix(siteName);
        List<String> others = new ArrayList<>();
        add(others, suffix.cutSite(article.headline()));
        add(others, suffix.cut(survey.meta("og:title", "twitter:title", "dc.title", "headline", "title")));
        add(others, suffix.cut(survey.windowTitle()));
        String chosen = heading(survey, suffix, others);
        if (chosen.isEmpty()) {
            chosen = confirmed(others);
        }
        if (chosen.isEmpty() && !survey.headings().isEmpty()) {
            chosen = survey.headings().getFirst();
        }
        return chosen.isEmpty() ? null : whole(chosen, others);
    }

    private static String heading(PageSurvey survey, SiteSuffix suffix, List<String> others) {
        Set<String> headings = new LinkedHashSet<>();
        for (String heading : survey.headings()) {
            if (!suffix.isSite(heading)) {
                headings.add(others.contains(suffix.cut(heading)) ? suffix.cut(heading) : suffix.cutSite(heading));
            }
        }
        double needed = headings.size() == 1 ? Double.MIN_VALUE : CONFIRMED;
        String best =
                headings.size() == 1 && others.isEmpty() ? headings.iterator().next() : "";
        for (String heading : headings) {
            for (String other : others) {
                double share = Likeness.share(heading, other);
                if (share >= needed) {
                    needed = Math.nextUp(share);
                    best = heading;
                }
            }
        }
        return best;
    }

    private static String confirmed(List<String> others) {
        for (int i = 0; i < others.size(); i++) {
            for (String other : others.subList(i + 1, others.size())) {
                if (Likeness.share(others.get(i), other) >= CONFIRMED) {
                    return others.get(i);
                }
            }
        }
        return others.isEmpty() ? "" : others.getFirst();
    }

    /// Some systems cut headlines at 110 characters, the limit that search engines once set.
    private static String whole(String title, List<String> others) {
        String start = title.endsWith("...") ? title.substring(0, title.length() - 3) : title;
        start = start.endsWith("…") ? start.substring(0, start.length() - 1) : start;
        boolean cut = start.length() < title.length() || title.length() >= CUT_AT;
        for (String other : others) {
            if (cut && other.length() > title.length() && other.startsWith(start.strip())) {
                return other;
            }
        }
        return title;
    }

    private static void add(List<String> titles, String title) {
        if (!title.isBlank()) {
            titles.add(title.replaceAll("\\s+", " ").strip());
        }
    }
}
