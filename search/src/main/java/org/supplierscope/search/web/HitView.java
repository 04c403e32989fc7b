package org.supplierscope.search.web;

import io.quarkus.qute.RawString;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.query.SearchResult;

/// An article as a page shows it.
///
/// @param link its page here
/// @param title one line
/// @param url where it was published
/// @param source the source's name
/// @param date of publication, or when it was seen
/// @param language BCP 47 tag, `und` when unknown; tells browsers how to show the text
/// @param courses suppliers and groups whose course it tells
/// @param others names of suppliers that it only names, joined by commas; null when there are none
/// @param highlight safe HTML
/// @param copies how many other articles tell the same
/// @param story link to all of them
public record HitView(
        String link,
        String title,
        URI url,
        String source,
        String date,
        String language,
        List<StanceView> courses,
        @Nullable String others,
        RawString highlight,
        int copies,
        String story) {

    /// Characters of a day in ISO 8601.
    private static final int DATE = 10;

    static HitView of(SearchResult.Hit hit) {
        Insight insight = hit.insight();
        var article = insight.article();
        String published = article.published();
        String date = published != null && published.length() >= DATE
                ? published.substring(0, DATE)
                : article.seen().toString().substring(0, DATE);
        return new HitView(
                Links.article(article.id()),
                article.title(),
                article.canonicalUrl(),
                article.source(),
                date,
                article.language() == null ? "und" : article.language(),
                courses(insight),
                others(insight),
                // Made by the highlighter, which escapes everything but its own marks.
                new RawString(hit.highlight()),
                hit.copies(),
                Links.search("story:" + insight.story(), null, null, null, 0));
    }

    private static List<StanceView> courses(Insight insight) {
        var suppliers = insight.suppliers().stream()
                .filter(supplier -> supplier.stance() != Stance.NONE)
                .map(StanceView::of);
        return java.util.stream.Stream.concat(
                        suppliers, insight.groups().stream().map(StanceView::of))
                .toList();
    }

    private static @Nullable String others(Insight insight) {
        List<String> names = insight.suppliers().stream()
                .filter(supplier -> supplier.stance() == Stance.NONE)
                .map(supplier -> supplier.name())
                .toList();
        return names.isEmpty() ? null : String.join(", ", names);
    }
}
