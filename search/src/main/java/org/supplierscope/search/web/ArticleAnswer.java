package org.supplierscope.search.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.ingest.published.PageVerdict;
import org.supplierscope.search.query.SearchResult;

/// The answer of `GET /api/v1/articles`.
///
/// @param total how many articles match, exactly
/// @param hits the asked part of them
public record ArticleAnswer(long total, List<Hit> hits) {

    /// One article.
    ///
    /// @param id 32 hexadecimal digits
    /// @param title one line
    /// @param url where it is
    /// @param source the source's name
    /// @param published ISO 8601 with the publisher's offset, or a plain date; null when unknown
    /// @param updated the same of its last change; null when unknown
    /// @param language BCP 47 tag; null when unknown
    /// @param image address of its lead image; null when unknown
    /// @param section the part of the publication; null when unknown
    /// @param tags the publisher's keywords
    /// @param verdict what the page is; null for records of before there were verdicts
    /// @param verdictReason why, in words
    /// @param origins where fields were found, by their names
    /// @param cut how many characters of the text were left out; null when it is whole
    /// @param story id of the story; articles that tell the same have the same
    /// @param suppliers every supplier named, with what is said of its course
    /// @param groups unnamed groups of suppliers, with what is said of their course
    /// @param themes themes of the industry that it names
    /// @param copyOf id of the article seen before it whose text it copies; null when it copies none
    /// @param highlight safe HTML: the passage that matches best, words found in `<mark>`
    /// @param text the whole text, where one article was asked for; else null
    public record Hit(
            String id,
            String title,
            URI url,
            String source,
            @Nullable String published,
            @Nullable String updated,
            @Nullable String language,
            @Nullable URI image,
            @Nullable String section,
            List<String> tags,
            @Nullable PageVerdict verdict,
            @Nullable String verdictReason,
            Map<String, String> origins,
            @Nullable Integer cut,
            String story,
            List<Supplier> suppliers,
            List<Group> groups,
            List<Theme> themes,
            @Nullable String copyOf,
            String highlight,
            @Nullable String text) {}

    /// What the article says of a supplier.
    ///
    /// @param supplier id
    /// @param name for people
    /// @param stance the course told
    /// @param score from −1 (breadth) to +1 (precision)
    /// @param evidence sentences, word for word
    /// @param about whether the article is about it rather than only naming it; true where this was
    /// not told yet
    public record Supplier(
            String supplier, String name, Stance stance, double score, List<String> evidence, boolean about) {}

    /// A theme that the article names.
    ///
    /// @param theme id
    /// @param name for people
    public record Theme(String theme, String name) {}

    /// What the article says of an unnamed group.
    ///
    /// @param name in the article's own words
    /// @param stance the course told
    /// @param evidence sentences, word for word
    public record Group(String name, Stance stance, List<String> evidence) {}

    static ArticleAnswer of(SearchResult result) {
        return new ArticleAnswer(
                result.total(),
                result.hits().stream().map(each -> hit(each, null)).toList());
    }

    /// The one article that was asked for.
    static Hit whole(SearchResult.Hit hit) {
        return hit(hit, hit.insight().article().text());
    }

    private static Hit hit(SearchResult.Hit hit, @Nullable String text) {
        var article = hit.insight().article();
        return new Hit(
                article.id(),
                article.title(),
                article.canonicalUrl(),
                article.source(),
                article.published(),
                article.updated(),
                article.language(),
                article.image(),
                article.section(),
                article.tags(),
                article.verdict(),
                article.verdictReason(),
                article.origins(),
                article.cut(),
                hit.insight().story(),
                hit.insight().suppliers().stream().map(ArticleAnswer::supplier).toList(),
                hit.insight().groups().stream().map(ArticleAnswer::group).toList(),
                hit.insight().themes().stream()
                        .map(theme -> new Theme(theme.theme(), theme.name()))
                        .toList(),
                hit.insight().copyOf(),
                hit.highlight(),
                text);
    }

    private static Supplier supplier(SupplierStance told) {
        return new Supplier(
                told.supplier(), told.name(), told.stance(), told.score(), sentences(told.evidence()), told.about());
    }

    private static Group group(GroupStance told) {
        return new Group(told.name(), told.stance(), sentences(told.evidence()));
    }

    private static List<String> sentences(List<Evidence> evidence) {
        return evidence.stream().map(Evidence::sentence).distinct().toList();
    }
}
