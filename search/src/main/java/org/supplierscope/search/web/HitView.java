package org.supplierscope.search.web;

import io.quarkus.qute.RawString;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchResult;

/// An article as a page shows it.
///
/// @param link its page here
/// @param title one line
/// @param url where it was published
/// @param source the source's name
/// @param date of publication, or when it was seen
/// @param language BCP 47 tag, `und` when unknown; tells browsers how to show the text
/// @param courses suppliers and groups whose course it tells, those that it is about first
/// @param about suppliers that it is about without telling their course
/// @param others suppliers that it only names
/// @param themes what it names of the industry's themes
/// @param highlight safe HTML
/// @param copy whether it copies the text of an article seen before
/// @param original that article; null when it copies none, or when that one is not known
/// @param copies how many other articles copy its text
/// @param copied link to all of them
/// @param sameStory how many other articles tell the same
/// @param story link to all of them
public record HitView(
        String link,
        String title,
        URI url,
        String source,
        String date,
        String language,
        List<StanceView> courses,
        List<Named> about,
        List<Named> others,
        List<Named> themes,
        RawString highlight,
        boolean copy,
        @Nullable Original original,
        int copies,
        String copied,
        int sameStory,
        String story) {

    /// Characters of a day in ISO 8601.
    private static final int DATE = 10;

    /// A supplier or theme.
    ///
    /// @param name for people
    /// @param link to the articles that name it
    public record Named(String name, String link) {

        private static Named of(SupplierStance told) {
            return new Named(told.name(), Links.search("", Filter.naming(told.supplier()), null, 0));
        }

        private static Named of(NamedTheme theme) {
            return new Named(theme.name(), Links.search("", Filter.NONE.withTheme(theme.theme()), null, 0));
        }
    }

    /// An article that has the same text and was seen before.
    ///
    /// @param link its page here
    /// @param title one line
    /// @param language BCP 47 tag, `und` when unknown
    /// @param source the source's name
    /// @param date of publication, or when it was seen
    /// @param earlier whether it was published no later than its copy: it was seen before that, which says
    /// nothing of who wrote it
    public record Original(String link, String title, String language, String source, String date, boolean earlier) {

        private static Original of(Article article, Article copy) {
            return new Original(
                    Links.article(article.id()),
                    article.title(),
                    tag(article),
                    article.source(),
                    day(article),
                    !article.eventTime().isAfter(copy.eventTime()));
        }
    }

    static HitView of(SearchResult.Hit hit) {
        Insight insight = hit.insight();
        Article article = insight.article();
        return new HitView(
                Links.article(article.id()),
                article.title(),
                article.canonicalUrl(),
                article.source(),
                day(article),
                tag(article),
                courses(insight),
                silent(insight, true),
                silent(insight, false),
                insight.themes().stream().map(Named::of).toList(),
                // Made by the highlighter, which escapes everything but its own marks.
                new RawString(hit.highlight()),
                insight.copyOf() != null,
                hit.original() == null ? null : Original.of(hit.original(), article),
                hit.copies(),
                Links.search("copy:" + article.id()),
                hit.sameStory(),
                Links.search("story:" + insight.story()));
    }

    private static List<StanceView> courses(Insight insight) {
        Stream<StanceView> suppliers = insight.suppliers().stream()
                .filter(supplier -> supplier.stance() != Stance.NONE)
                .sorted(Comparator.comparing(SupplierStance::about).reversed())
                .map(StanceView::of);
        return Stream.concat(suppliers, insight.groups().stream().map(StanceView::of))
                .toList();
    }

    /// Suppliers whose course is not told.
    private static List<Named> silent(Insight insight, boolean about) {
        return insight.suppliers().stream()
                .filter(supplier -> supplier.stance() == Stance.NONE && supplier.about() == about)
                .map(Named::of)
                .toList();
    }

    private static String tag(Article article) {
        return article.language() == null ? "und" : article.language();
    }

    private static String day(Article article) {
        String published = article.published();
        return published != null && published.length() >= DATE
                ? published.substring(0, DATE)
                : article.seen().toString().substring(0, DATE);
    }
}
