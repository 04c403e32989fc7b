package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.Article;

/// What analysis makes of one article: there is one for *every* article, also for those that name
/// no supplier.
///
/// @param article the article itself
/// @param suppliers every supplier that it names, those without a course included, in order of
/// first mention
/// @param groups unnamed groups of suppliers whose course it tells, in order of first mention
/// @param story id of the story it belongs to: the id of that story's first article
/// @param model which reader decided and by which catalogue, such as `rules-1 catalogue-4f1d08ab93c2`, so that
/// two labels can be compared
/// @param themes themes of the industry that it names, in order of first mention; empty in records of before
/// there were themes
/// @param copyOf id of the article seen before it whose text it copies: by both articles' sources
/// and times one tells who copied whom, and how much later; null when it copies none, and in
/// records of before there was this
public record Insight(
        Article article,
        List<SupplierStance> suppliers,
        List<GroupStance> groups,
        String story,
        String model,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedTheme> themes,
        @Nullable String copyOf) {

    /// Checks that everything is there, and copies the lists.
    @JsonCreator
    public Insight {
        requireNonNull(article, "article");
        requireNonNull(story, "story");
        requireNonNull(model, "model");
        suppliers = List.copyOf(suppliers);
        groups = List.copyOf(groups);
        // Records of before this field lack it.
        themes = themes == null ? List.of() : List.copyOf(themes);
    }

    /// An insight that names no theme, of an article that copies none.
    public Insight(
            Article article, List<SupplierStance> suppliers, List<GroupStance> groups, String story, String model) {
        this(article, suppliers, groups, story, model, List.of(), null);
    }

    /// The insight of an article that copies none.
    public Insight(
            Article article,
            List<SupplierStance> suppliers,
            List<GroupStance> groups,
            String story,
            String model,
            List<NamedTheme> themes) {
        this(article, suppliers, groups, story, model, themes, null);
    }
}
